package io.limn.gateway.route;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods of each path of the API, from its description: the {@code Allow} header of every answer. */
public final class AllowedMethods {
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final PathIndex<String> paths;

    private AllowedMethods(Map<List<String>, String> paths) {
        this.paths = new PathIndex<>(paths);
    }

    /**
     * Reads both sources.
     *
     * @param description the description of the API as JSON
     * @param exceptions  lines of a path and its methods joined by bars, which win over the description
     */
    static AllowedMethods of(String description, List<String> exceptions) {
        var paths = new LinkedHashMap<List<String>, String>();
        for (var path : new JsonObject(description).getJsonObject("paths", new JsonObject())) {
            if (path.getValue() instanceof JsonObject operations) {
                paths.put(PathIndex.segments(path.getKey()), methods(operations));
            }
        }
        for (var line : exceptions) {
            var columns = List.of(line.split(","));
            var path = PathIndex.segments(columns.get(0));
            paths.keySet().removeIf(described -> sameShape(described, path));
            paths.put(path, columns.get(1).replace("|", ", "));
        }
        return new AllowedMethods(paths);
    }

    /** Whether two patterns are for the same paths, whatever they call their parameters. */
    private static boolean sameShape(List<String> one, List<String> other) {
        return one.stream()
                .map(AllowedMethods::shape)
                .toList()
                .equals(other.stream().map(AllowedMethods::shape).toList());
    }

    private static String shape(String segment) {
        return segment.startsWith("{") ? "{}" : segment;
    }

    private static String methods(JsonObject operations) {
        var methods = new ArrayList<String>();
        for (var method : ORDER) {
            if (operations.containsKey(method.toLowerCase(Locale.ROOT))) {
                methods.add(method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** The value of {@code Allow} for a path; empty when the description does not name it. */
    Optional<String> allow(String path) {
        return paths.find(path);
    }
}
