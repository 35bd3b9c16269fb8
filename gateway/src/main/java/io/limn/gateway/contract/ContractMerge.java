package io.limn.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins the services' slices of the API to the one document that clients see. It runs in the build, never in the
 * gateway: a build whose slices contradict each other fails.
 *
 * <p>Title, version and security of the document are those of the first slice. An operation belongs to one slice;
 * components of the same name must be equal in all of them.
 */
public final class ContractMerge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    private final ObjectNode document;

    private ContractMerge(ObjectNode first) {
        document = first;
    }

    /**
     * Writes {@code merged.json}, {@code merged.yaml} and {@code options.json}, which says what {@code OPTIONS} answers.
     *
     * @param arguments the folder to write to, then the slices
     * @throws IllegalStateException when slices contradict each other
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var merged = merge(Stream.of(arguments).skip(1).map(Path::of).toList());
        JSON.writeValue(folder.resolve("merged.json").toFile(), merged);
        YAML.writeValue(folder.resolve("merged.yaml").toFile(), merged);
        JSON.writeValue(folder.resolve("options.json").toFile(), PathDescriptions.of(merged));
    }

    /**
     * The document of some slices.
     *
     * @throws IllegalStateException when slices contradict each other
     */
    static ObjectNode merge(List<Path> slices) throws IOException {
        var merge =
                new ContractMerge((ObjectNode) YAML.readTree(slices.getFirst().toFile()));
        for (var slice : slices.subList(1, slices.size())) {
            merge.add(slice, YAML.readTree(slice.toFile()));
        }
        return merge.document;
    }

    private void add(Path name, JsonNode slice) {
        if (!document.path("security").equals(slice.path("security"))) {
            throw new IllegalStateException("%s asks for other security than the first slice".formatted(name));
        }
        for (var path : slice.path("paths").properties()) {
            var operations = document.withObjectProperty("paths").withObjectProperty(path.getKey());
            addAll(operations, path.getValue(), path.getKey(), name, false);
        }
        for (var kind : slice.path("components").properties()) {
            var components = document.withObjectProperty("components").withObjectProperty(kind.getKey());
            addAll(components, kind.getValue(), kind.getKey(), name, true);
        }
    }

    private static void addAll(ObjectNode target, JsonNode members, String owner, Path slice, boolean equalIsFine) {
        for (var member : members.properties()) {
            var known = target.get(member.getKey());
            if (known != null && !(equalIsFine && known.equals(member.getValue()))) {
                throw new IllegalStateException(
                        "%s: %s %s is in another slice already".formatted(slice, owner, member.getKey()));
            }
            target.set(member.getKey(), member.getValue());
        }
    }
}
