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

    private final Map<List<String>, String> paths;

    private AllowedMethods(Map<List<String>, String> paths) {
        this.paths = paths;
    }

    static AllowedMethods of(String description) {
        var paths = new LinkedHashMap<List<String>, String>();
        for (var path : new JsonObject(description).getJsonObject("paths", new JsonObject())) {
            if (path.getValue() instanceof JsonObject operations) {
                paths.put(segments(path.getKey()), methods(operations));
            }
        }
        return new AllowedMethods(paths);
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
        return find(segments(path));
    }

    private Optional<String> find(List<String> path) {
        var exact = paths.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        return paths.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<String> segments(String path) {
        var bare = path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
        return List.of(bare.split("/"));
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
