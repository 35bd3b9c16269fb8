package io.limn.deploy.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart, rendered without a cluster. */
final class Chart {
    private static final Path FOLDER = Path.of("limn");
    private static final Path MINIMUM = Path.of("src/test/resources/minimum.yaml");

    private final List<Path> values = new ArrayList<>(List.of(MINIMUM));
    private final List<String[]> settings = new ArrayList<>();

    private Chart() {}

    /** With no more than what must be set. */
    static Chart minimum() {
        return new Chart();
    }

    /** With a file of values on top. */
    Chart with(String file) {
        values.add(Path.of("src/test/resources", file));
        return this;
    }

    /** With one more value. */
    Chart with(String path, String value) {
        settings.add(new String[] {path, value});
        return this;
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** The manifests, in the strict reading of {@link Manifests}. */
    List<HasMetadata> render() {
        return Manifests.parse(text());
    }

    /** What helm writes. */
    String text() {
        var command = new Helm(FOLDER)
                .template()
                .withName("test")
                .withNamespace("limn")
                .withKubeVersion("1.33.0");
        values.forEach(command::withValuesFile);
        settings.forEach(setting -> command.set(setting[0], setting[1]));
        return command.call();
    }

    /** The manifests of a kind. */
    <T extends HasMetadata> List<T> render(Class<T> kind) {
        return render().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
