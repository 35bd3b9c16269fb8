package io.limn.data.request;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The identifier of a background request in its text form: pairs in a fixed order, so that the same operation on the
 * same object has the same one. In values a dot is written as a tilde and a blank as an underscore.
 */
final class RequestId {
    private record Legacy(Pattern shape, String replacement) {
        static Legacy of(String shape, String replacement) {
            return new Legacy(Pattern.compile(shape), replacement);
        }
    }

    private static final Legacy[] LEGACY = {
        Legacy.of("create:task-(\\d+)", "action=create&target=task&target_id=$1"),
        Legacy.of(
                "import:(task|project|job)-(\\d+)-(annotations|dataset)",
                "action=import&target=$1&target_id=$2&subresource=$3"),
        Legacy.of("import:(task|project)-([0-9a-f-]{36})-backup", "action=import&target=$1&id=$2&subresource=backup"),
        Legacy.of(
                "export:(task|project)-(\\d+)-backup-by-(\\d+)",
                "action=export&target=$1&target_id=$2&user_id=$3&subresource=backup"),
        Legacy.of(
                "export:(project|task|job)-(\\d+)-(annotations|dataset)-in-(.+)-format-by-(\\d+)",
                "action=export&target=$1&target_id=$2&user_id=$5&format=$4&subresource=$3"),
        Legacy.of(
                "quality-check-task-(\\d+)-user-\\d+", "action=calculate&target=task&target_id=$1&subresource=quality")
    };

    private RequestId() {}

    /** The identifier of the creation of a task's data. */
    static String ofCreation(long task) {
        return "action=create&target=task&target_id=" + task;
    }

    /** The identifier of an operation that is described in parts; {@code null} parts are left out. */
    static String of(
            String action,
            String target,
            Long targetId,
            String uuid,
            Long userId,
            Boolean lightweight,
            String format,
            String subresource) {
        var pairs = new StringJoiner("&");
        add(pairs, "action", action);
        add(pairs, "target", target);
        add(pairs, "target_id", targetId);
        add(pairs, "id", uuid);
        add(pairs, "user_id", userId);
        add(pairs, "lightweight", Boolean.TRUE.equals(lightweight) ? "True" : null);
        add(pairs, "format", format);
        add(pairs, "subresource", subresource);
        return pairs.toString();
    }

    private static void add(StringJoiner pairs, String name, Object value) {
        if (value != null) {
            pairs.add(name + "=" + value.toString().replace('.', '~').replace(' ', '_'));
        }
    }

    /** An identifier as a client sent it in today's form: those of earlier releases are still understood. */
    static String normalize(String sent) {
        for (var legacy : LEGACY) {
            var match = legacy.shape().matcher(sent);
            if (match.matches()) {
                return match.replaceFirst(legacy.replacement()).replace('@', '~');
            }
        }
        return sent;
    }
}
