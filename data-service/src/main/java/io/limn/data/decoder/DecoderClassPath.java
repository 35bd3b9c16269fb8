package io.limn.data.decoder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a decoder process needs on its class path: this service's classes, the native bindings and the JSON mapper, not the hundreds
 * of other libraries, which would only slow its start.
 */
final class DecoderClassPath {
    private static final String PACKAGED = "quarkus-run.jar";
    private static final List<String> NEEDED = List.of(
            "data-service",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            "javacpp",
            "ffmpeg",
            "opencv",
            "openblas");

    private DecoderClassPath() {}

    /** The class path of a child of this process. */
    static String find() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> entries = Arrays.stream(own.split(File.pathSeparator))
                .map(Path::of)
                .flatMap(entry -> entry.endsWith(PACKAGED) ? packaged(entry).stream() : Stream.of(entry))
                .toList();
        return entries.stream()
                .filter(entry -> Files.isDirectory(entry) || isNeeded(entry))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isNeeded(Path jar) {
        String name = jar.getFileName().toString();
        return NEEDED.stream().anyMatch(name::contains);
    }

    /** The jars beside the runner of a packaged service. */
    private static List<Path> packaged(Path runner) {
        Path root = runner.toAbsolutePath().getParent();
        List<Path> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.forEach(jars::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return jars;
    }
}
