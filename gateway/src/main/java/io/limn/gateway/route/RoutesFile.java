package io.limn.gateway.route;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what is known of paths: the route table, and the methods that the description of the API names. */
final class RoutesFile {
    private static final String ROUTES = "routes.csv";
    private static final String EXCEPTIONS = "allow.csv";
    private static final String DESCRIPTION = "openapi/merged.json";
    private static final String OPTIONS = "openapi/options.json";
    private static final String REST = "**";

    private RoutesFile() {}

    @Produces
    @Singleton
    static RouteTable table() {
        return parse(read(ROUTES).orElseThrow(() -> new IllegalStateException(ROUTES + " is not on the class path")));
    }

    /** The build joins the description of the API; without it the services say alone which methods they have. */
    @Produces
    @Singleton
    static AllowedMethods methods() {
        return AllowedMethods.of(
                read(DESCRIPTION).orElse("{}"), lines(read(EXCEPTIONS).orElse("")));
    }

    @Produces
    @Singleton
    static PathOptions options(AllowedMethods methods) {
        return PathOptions.of(read(OPTIONS).orElse("{}"), methods);
    }

    private static Optional<String> read(String name) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RouteTable parse(String text) {
        return new RouteTable(lines(text).stream().map(RoutesFile::route).toList());
    }

    /** Lines below the headings, without comments. */
    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .skip(1)
                .toList();
    }

    private static Route route(String line) {
        var columns = List.of(line.split(","));
        if (columns.size() != 5) {
            throw new IllegalArgumentException("A route has five columns: " + line);
        }
        var methods = columns.get(0).equals("any")
                ? Set.<String>of()
                : Set.of(columns.get(0).split("\\|"));
        var segments = Arrays.asList(columns.get(1).substring(1).split("/"));
        boolean open = segments.getLast().equals(REST);
        return new Route(
                methods,
                open ? List.copyOf(segments.subList(0, segments.size() - 1)) : List.copyOf(segments),
                open,
                columns.get(2),
                Route.Slash.valueOf(columns.get(3).toUpperCase(Locale.ROOT)),
                columns.get(4).equals("limited"));
    }
}
