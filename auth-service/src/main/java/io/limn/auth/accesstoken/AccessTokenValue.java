package io.limn.auth.accesstoken;

import io.limn.auth.credential.Digests;
import io.limn.auth.credential.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client shows: {@code PPPPPPPP.S…}, a public prefix of eight characters by which the token is found, and a secret.
 * Stored is {@code sha512$$hex} of the whole; imported tokens may have {@code md5$salt$hex} until their first use.
 *
 * @param text the whole
 */
record AccessTokenValue(String text) {
    private static final int PREFIX = 8;
    private static final int SECRET = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{8}\\.[A-Za-z0-9]{1,128}");

    /** A new one. */
    static AccessTokenValue random() {
        return new AccessTokenValue(RandomText.alphanumeric(PREFIX) + "." + RandomText.alphanumeric(SECRET));
    }

    /** What a client showed, if it can be a token at all. */
    static Optional<AccessTokenValue> shown(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccessTokenValue(text)) : Optional.empty();
    }

    String prefix() {
        return text.substring(0, PREFIX);
    }

    /** What is stored of it. */
    String hash() {
        return "sha512$$" + Digests.hex("SHA-512", text);
    }

    /** Whether it is the one of which this hash was stored. */
    boolean fits(String stored) {
        var parts = stored.split("\\$", -1);
        if (parts.length != 3) {
            return false;
        }
        var digest =
                switch (parts[0]) {
                    case "sha512" -> Digests.hex("SHA-512", parts[1] + text);
                    case "md5" -> Digests.hex("MD5", parts[1] + text);
                    default -> "";
                };
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), parts[2].getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return prefix() + "…";
    }
}
