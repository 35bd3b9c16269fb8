package io.limn.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The slice of the API that the module under test carries. */
final class Contract {
    private static final String RESOURCE = "META-INF/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");

    private final JsonNode document;

    Contract(JsonNode document) {
        this.document = document;
    }

    /** Whether the module has a slice at all. */
    static boolean isPresent() {
        return loader().getResource(RESOURCE) != null;
    }

    /** The slice on the class path. */
    static Contract ofModule() {
        try (var stream = loader().getResourceAsStream(RESOURCE)) {
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A contract in a file. */
    static Contract of(Path file) {
        try {
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    JsonNode document() {
        return document;
    }

    /** The operations by {@link Template#key method and path}, each with the names of its query parameters. */
    SortedMap<String, Set<String>> operations() {
        var operations = new TreeMap<String, Set<String>>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.put(Template.key(operation.getKey(), path.getKey()), queries(operation.getValue()));
                }
            }
        }
        return operations;
    }

    /** The operations that create something from a JSON body. */
    Set<String> creations() {
        var creations = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            if (path.getValue().path("post").path("requestBody").path("content").has("application/json")) {
                creations.add(Template.key("post", path.getKey()));
            }
        }
        return creations;
    }

    /** The paths of single resources that can be read as well as changed or deleted. */
    Set<String> changeable() {
        var changeable = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            var operations = path.getValue();
            if (operations.has("get") && (operations.has("patch") || operations.has("delete"))) {
                changeable.add(Template.plain(path.getKey()));
            }
        }
        return changeable;
    }

    private static Set<String> queries(JsonNode operation) {
        var names = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText());
        return new TreeSet<>(names.toList());
    }
}
