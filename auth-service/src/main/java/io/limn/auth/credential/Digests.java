package io.limn.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts. Secrets drawn at random are stored as these: they need no salt and no slow hash. */
public final class Digests {
    private Digests() {}

    /** SHA-256 of a text. */
    public static byte[] sha256(String text) {
        return digest("SHA-256", text);
    }

    /** The digest of a text by some algorithm, as hexadecimal digits. */
    public static String hex(String algorithm, String text) {
        return HexFormat.of().formatHex(digest(algorithm, text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
