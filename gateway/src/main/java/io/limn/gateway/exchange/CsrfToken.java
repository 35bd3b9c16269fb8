package io.limn.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The secret of a session's pages: 32 letters and digits, or 64 of them when it is masked, a random half followed by
 * the sum of both, letter by letter, so that compressed pages do not give it away.
 */
final class CsrfToken {
    private static final int LENGTH = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private CsrfToken() {}

    /** What is wrong with the form of a token. */
    static Optional<String> malformed(String token) {
        if (token.length() != LENGTH && token.length() != 2 * LENGTH) {
            return Optional.of("has incorrect length");
        }
        return token.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
                ? Optional.empty()
                : Optional.of("has invalid characters");
    }

    /** Whether two well-formed tokens have one secret; takes the same time wherever they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(secret(one), secret(other));
    }

    private static byte[] secret(String token) {
        if (token.length() == LENGTH) {
            return token.getBytes(StandardCharsets.US_ASCII);
        }
        var secret = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int mask = LETTERS.indexOf(token.charAt(i));
            int sum = LETTERS.indexOf(token.charAt(LENGTH + i));
            secret[i] = (byte) LETTERS.charAt(Math.floorMod(sum - mask, LETTERS.length()));
        }
        return secret;
    }
}
