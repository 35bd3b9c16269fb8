package io.limn.auth.credential;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that nobody can guess. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHANUMERICS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private RandomText() {}

    /** Letters and digits; 32 of them hold 190 bits. */
    public static String alphanumeric(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHANUMERICS.charAt(RANDOM.nextInt(ALPHANUMERICS.length())));
        }
        return text.toString();
    }

    /** Random bytes as hexadecimal digits, two for each. */
    public static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
