package io.limn.task.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * On which revisions a save may build, as the header {@code If-Match} says.
 *
 * @param any       on whichever there is
 * @param revisions otherwise on these
 */
record IfMatch(boolean any, List<Long> revisions) {
    /** A save that does not ask. */
    static final IfMatch ANY = new IfMatch(true, List.of());

    private static final Pattern TAG = Pattern.compile("\"\\d{1,18}\"");

    /** What a header says; tags that are not ours match nothing. */
    static IfMatch of(String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        var revisions = Arrays.stream(header.split(",", -1))
                .map(tag -> RevisionTag.plain(tag.strip()))
                .filter(tag -> TAG.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .toList();
        return new IfMatch(false, revisions);
    }

    boolean allows(long revision) {
        return any || revisions.contains(revision);
    }

    /** The newest revision before another that the client has seen; {@code null} when it names none. */
    Long lastBefore(long revision) {
        return revisions.stream()
                .filter(seen -> seen < revision)
                .max(Long::compare)
                .orElse(null);
    }
}
