package io.limn.gateway.route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides by the {@code Accept} header and the {@code scheme} parameter whether the client takes the API's JSON, in
 * version 2.0. Quality values do not matter; among the ranges that fit, the most specific one says the version.
 */
final class Negotiation {
    private static final String VERSION = "2.0";

    /** The vendor type, what contains it, and the two that clients of the API mean by it. */
    private static final Set<String> FITTING =
            Set.of("*/*", "application/*", "application/vnd.cvat+json", "application/json", "text/event-stream");

    private Negotiation() {}

    /** Why a client cannot be answered. */
    record Refusal(int status, String detail) {}

    static Optional<Refusal> check(String accept, String scheme) {
        if (scheme != null) {
            return scheme.equals("json") ? Optional.empty() : Optional.of(new Refusal(404, "Not found."));
        }
        if (accept == null || accept.isBlank()) {
            return Optional.empty();
        }
        var best = ranges(accept)
                .filter(range -> FITTING.contains(range.type()))
                .min(Comparator.comparingInt(range -> -range.precedence()));
        if (best.isEmpty()) {
            return Optional.of(new Refusal(406, "Could not satisfy the request Accept header."));
        }
        return best.get().parameters().getOrDefault("version", VERSION).equals(VERSION)
                ? Optional.empty()
                : Optional.of(new Refusal(406, "Invalid version in \"Accept\" header."));
    }

    private record Range(String type, Map<String, String> parameters) {
        int precedence() {
            if (type.startsWith("*/")) {
                return 0;
            }
            if (type.endsWith("/*")) {
                return 1;
            }
            return parameters.isEmpty() || parameters.keySet().equals(Set.of("q")) ? 2 : 3;
        }
    }

    private static Stream<Range> ranges(String accept) {
        return Arrays.stream(accept.split(",")).map(Negotiation::range);
    }

    private static Range range(String text) {
        var parts = List.of(text.split(";"));
        var parameters = new HashMap<String, String>();
        for (var part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip().replace("\"", ""));
            }
        }
        var type = parts.isEmpty() ? "" : parts.getFirst();
        return new Range(type.strip().toLowerCase(Locale.ROOT), parameters);
    }
}
