package io.limn.gateway.route;

import java.util.List;
import java.util.Set;

/**
 * One line of the route table.
 *
 * @param methods  the methods it is for; empty for any
 * @param segments the segments of its path: literals, {@code {id}} for digits, {@code {key}} for any one segment
 * @param open     whether any further segments may follow
 * @param service  who answers: the name of a service, or {@code gateway:} and the name of an endpoint
 * @param slash    whether the path ends with a slash
 * @param limited  whether calls of anonymous clients count towards their limit
 */
public record Route(
        Set<String> methods, List<String> segments, boolean open, String service, Slash slash, boolean limited) {
    private static final String OWN = "gateway:";

    /** Whether a path ends with a slash. */
    public enum Slash {
        NEVER,
        EITHER,
        ALWAYS
    }

    /** Whether the gateway answers by itself. */
    public boolean isOwn() {
        return service.startsWith(OWN);
    }

    /** The name of the gateway's own endpoint. */
    public String endpoint() {
        return service.substring(OWN.length());
    }

    boolean matches(String method, List<String> path) {
        if (!methods.isEmpty() && !methods.contains(method)) {
            return false;
        }
        if (open ? path.size() < segments.size() : path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!matches(segments.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String segment) {
        return switch (pattern) {
            case "{key}" -> !segment.isEmpty();
            case "{id}" -> isNumber(segment);
            default -> pattern.equals(segment);
        };
    }

    private static boolean isNumber(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
                return false;
            }
        }
        return !segment.isEmpty();
    }

    long literals() {
        return segments.stream().filter(segment -> !segment.startsWith("{")).count();
    }
}
