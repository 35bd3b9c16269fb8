package io.limn.gateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what belongs to a path among patterns whose segments are literals or parameters ({@code {id}}); the pattern with
 * the fewest parameters wins. A slash at the end does not matter.
 */
final class PathIndex<T> {
    private static final Comparator<List<String>> MOST_SPECIFIC_FIRST = Comparator.comparing(
            path -> path.stream().filter(PathIndex::isParameter).count());

    private final Map<List<String>, T> exact;
    private final Map<Integer, List<Map.Entry<List<String>, T>>> byLength = new HashMap<>();

    /** Indexes values by the segments of their patterns. */
    PathIndex(Map<List<String>, T> values) {
        exact = new HashMap<>(values);
        values.entrySet().stream()
                .filter(entry -> entry.getKey().stream().anyMatch(PathIndex::isParameter))
                .sorted(Map.Entry.comparingByKey(MOST_SPECIFIC_FIRST))
                .forEach(entry -> byLength.computeIfAbsent(entry.getKey().size(), length -> new ArrayList<>())
                        .add(entry));
    }

    Optional<T> find(String path) {
        var segments = segments(path);
        var known = exact.get(segments);
        if (known != null) {
            return Optional.of(known);
        }
        for (var entry : byLength.getOrDefault(segments.size(), List.of())) {
            if (matches(entry.getKey(), segments)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** The segments of a path or pattern. */
    static List<String> segments(String path) {
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
        return List.of(bare.split("/"));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        for (int i = 0; i < pattern.size(); i++) {
            if (!isParameter(pattern.get(i)) && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
