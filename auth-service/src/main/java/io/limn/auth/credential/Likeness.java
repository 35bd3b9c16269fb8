package io.limn.auth.credential;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a password is like a name: twice the characters that both share, in whatever order, over the length of both,
 * for the whole name and for each of its words.
 */
final class Likeness {
    private static final double MOST = 0.7;

    private Likeness() {}

    /** Whether a password in lower case shares 70 % or more with a name or one of its words. */
    static boolean isLike(String password, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(lower), Arrays.stream(lower.split("[^\\p{L}\\p{N}_]+")))
                .filter(word -> !word.isEmpty())
                .anyMatch(word -> ratio(password, word) >= MOST);
    }

    private static double ratio(String one, String other) {
        var left = new HashMap<Integer, Integer>();
        one.codePoints().forEach(character -> left.merge(character, 1, Integer::sum));
        long shared = other.codePoints()
                .filter(character -> left.merge(character, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * shared / (one.codePointCount(0, one.length()) + other.codePointCount(0, other.length()));
    }
}
