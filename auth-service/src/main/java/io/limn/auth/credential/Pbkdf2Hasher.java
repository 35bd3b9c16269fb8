package io.limn.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** {@code pbkdf2_sha256$iterations$salt$base64}: the format of imported users. Only checked, never written. */
final class Pbkdf2Hasher implements PasswordHasher {
    private static final int MOST_ITERATIONS = 5_000_000;

    @Override
    public String scheme() {
        return "pbkdf2_sha256";
    }

    @Override
    public String hash(String password) {
        throw new UnsupportedOperationException("Passwords are not stored in this scheme any more");
    }

    @Override
    public boolean fits(String password, String stored) {
        var parts = stored.split("\\$", -1);
        if (parts.length != 4 || !parts[1].matches("\\d{1,7}") || parts[2].isEmpty()) {
            return false;
        }
        int iterations = Integer.parseInt(parts[1]);
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            return false;
        }
        try {
            var hash = Base64.getDecoder().decode(parts[3]);
            var salt = parts[2].getBytes(StandardCharsets.UTF_8);
            var key = new PBEKeySpec(password.toCharArray(), salt, iterations, Math.max(1, hash.length) * 8);
            var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
            return MessageDigest.isEqual(hash, derived);
        } catch (IllegalArgumentException | GeneralSecurityException unusable) {
            return false;
        }
    }

    @Override
    public boolean isOutdated(String stored) {
        return true;
    }
}
