package io.limn.common.api.conditional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Strong entity tags: a hash of the bytes that are answered. A date of the last change would not do, as two changes can
 * fall on one microsecond, and answers show counts of what lies below the object.
 */
public final class EntityTag {
    private static final int BYTES = 15;
    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

    private EntityTag() {}

    /** The tag of an answer. */
    static String of(byte[] answer) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(answer);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Whether a list of tags means exactly these bytes; {@code *} means any. Weak tags mean no bytes. */
    static boolean matchesStrongly(String tags, String tag) {
        return isAny(tags) || split(tags).contains(tag);
    }

    /** Whether a list of tags has this one, weak or not; {@code *} means any. */
    public static boolean matchesWeakly(String tags, String tag) {
        return isAny(tags)
                || split(tags).stream()
                        .anyMatch(sent -> tag.equals(sent.startsWith(WEAK) ? sent.substring(WEAK.length()) : sent));
    }

    private static boolean isAny(String tags) {
        return tags.strip().equals("*");
    }

    private static List<String> split(String tags) {
        var all = new ArrayList<String>();
        var match = TAG.matcher(tags);
        while (match.find()) {
            all.add(match.group());
        }
        return all;
    }
}
