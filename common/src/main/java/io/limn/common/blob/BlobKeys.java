package io.limn.common.blob;

import java.util.regex.Pattern;

/** What a key may look like: safe as a path of any file system and as a name in any object store. */
final class BlobKeys {
    private static final int LONGEST = 512;
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}";
    private static final Pattern KEY = Pattern.compile(NAME + "(?:/" + NAME + ")*");
    private static final Pattern PREFIX = Pattern.compile("(?:" + NAME + "/)*(?:" + NAME + ")?");

    private BlobKeys() {}

    /** The key itself. */
    static String require(String key) {
        return require(KEY, key);
    }

    /** A prefix of keys; the empty one is that of all. */
    static String requirePrefix(String prefix) {
        return require(PREFIX, prefix);
    }

    private static String require(Pattern shape, String text) {
        if (text.length() > LONGEST || !shape.matcher(text).matches()) {
            throw new IllegalArgumentException("No key of a blob: " + text);
        }
        return text;
    }
}
