package io.limn.gateway.route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request. The most specific line of the table wins, whatever the order of the lines. */
public final class RouteTable {
    private static final Comparator<Route> MOST_SPECIFIC_FIRST = Comparator.<Route>comparingInt(
                    route -> -route.segments().size())
            .thenComparingLong(route -> -route.literals())
            .thenComparing(Route::open)
            .thenComparing(route -> route.methods().isEmpty());

    private final List<Route> routes;
    private final Map<String, List<Route>> bySecond = new HashMap<>();
    private final List<Route> anywhere;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream().sorted(MOST_SPECIFIC_FIRST).toList();
        anywhere = this.routes.stream()
                .filter(route -> second(route.segments()) == null)
                .toList();
        for (var route : routes) {
            bySecond.computeIfAbsent(second(route.segments()), this::below);
        }
    }

    /**
     * What a path leads to.
     *
     * @param route    the line of the table
     * @param redirect whether the client has to ask again with a slash at the end
     */
    public record Match(Route route, boolean redirect) {}

    /** The route of a method and a normalized path; empty when nothing is there. */
    public Optional<Match> match(String method, String path) {
        boolean slash = path.length() > 1 && path.endsWith("/");
        var segments = segments(slash ? path.substring(0, path.length() - 1) : path);
        return first(method, segments)
                .filter(route -> !slash || endsThere(route, segments) && route.slash() != Route.Slash.NEVER)
                .map(route -> new Match(route, !slash && route.slash() == Route.Slash.ALWAYS));
    }

    private Optional<Route> first(String method, List<String> segments) {
        for (var route : bySecond.getOrDefault(second(segments), anywhere)) {
            if (route.matches(method, segments)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** Lines are told apart by their second segment; null for one that has none, or a parameter there. */
    private static String second(List<String> segments) {
        return segments.size() < 2 || segments.get(1).startsWith("{") ? null : segments.get(1);
    }

    private List<Route> below(String second) {
        return routes.stream()
                .filter(route -> second(route.segments()) == null
                        || second(route.segments()).equals(second))
                .toList();
    }

    /** The slash belongs to the path a line names, not to what may follow it. */
    private static boolean endsThere(Route route, List<String> segments) {
        return segments.size() == route.segments().size();
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    /** All lines, the most specific first. */
    List<Route> routes() {
        return routes;
    }
}
