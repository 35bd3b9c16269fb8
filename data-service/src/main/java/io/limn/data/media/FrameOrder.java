package io.limn.data.media;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders of file names. */
public final class FrameOrder {
    /** By code points of the whole path. */
    public static final Comparator<String> LEXICOGRAPHICAL = FrameOrder::compareCodePoints;

    /** As file managers show them: folder by folder, whatever the case, digits as numbers. */
    public static final Comparator<String> NATURAL =
            ((Comparator<String>) FrameOrder::compareNaturally).thenComparing(LEXICOGRAPHICAL);

    private static final Pattern RUNS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private FrameOrder() {}

    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // Characters beyond 16 bits come in two surrogates, which lie below some characters of one.
                return Character.isSurrogate(a) != Character.isSurrogate(b)
                        ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int compareNaturally(String one, String other) {
        var a = one.split("/", -1);
        var b = other.split("/", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int difference = compareRuns(a[i], b[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareRuns(String one, String other) {
        var a = RUNS.split(one);
        var b = RUNS.split(other);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int difference = isNumber(a[i]) && isNumber(b[i])
                    ? new BigInteger(a[i]).compareTo(new BigInteger(b[i]))
                    : a[i].compareToIgnoreCase(b[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static boolean isNumber(String run) {
        return !run.isEmpty() && run.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
