package io.limn.task.annotation;

import java.util.Arrays;

/**
 * The entity tag of annotations: their revision. A compressor on the way marks the tags of what it compresses; that mark
 * is taken off.
 */
final class RevisionTag {
    private static final String COMPRESSED = "-gzip";

    private RevisionTag() {}

    static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /** The tag of an answer that is compressed here. */
    static String compressed(long revision) {
        return "\"" + revision + COMPRESSED + "\"";
    }

    /** Whether a client that sends {@code If-None-Match} has a revision already. */
    static boolean isKnown(String ifNoneMatch, long revision) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || plain(tag).equals(of(revision)));
    }

    /** A tag without the mark of the compressor. */
    static String plain(String tag) {
        return tag.endsWith(COMPRESSED + "\"") ? tag.substring(0, tag.length() - COMPRESSED.length() - 1) + "\"" : tag;
    }
}
