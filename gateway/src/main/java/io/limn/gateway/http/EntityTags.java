package io.limn.gateway.http;

/**
 * Entity tags across the compressor. A strong tag names exact bytes, so the compressed form needs a tag of its own:
 * {@code "abc"} becomes {@code "abc-gzip"} on the way out and is turned back when a client sends it.
 */
public final class EntityTags {
    private static final String MARK = "-gzip\"";

    private EntityTags() {}

    /** The tag of the compressed form; a weak tag names both forms and stays. */
    public static String compressed(String tag) {
        return tag.startsWith("W/") || tag.endsWith(MARK) || !tag.endsWith("\"")
                ? tag
                : tag.substring(0, tag.length() - 1) + MARK;
    }

    /** A list of tags as the services know them. */
    public static String plain(String tags) {
        return tags.replace(MARK, "\"");
    }

    /** Whether a list of tags has one of a compressed form. */
    public static boolean isCompressed(String tags) {
        return tags != null && tags.contains(MARK);
    }
}
