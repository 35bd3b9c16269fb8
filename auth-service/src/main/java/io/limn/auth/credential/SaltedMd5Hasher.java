package io.limn.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** {@code md5$salt$hex}: the format of imported test users. Only checked, and replaced at the first sign-in. */
final class SaltedMd5Hasher implements PasswordHasher {
    @Override
    public String scheme() {
        return "md5";
    }

    @Override
    public String hash(String password) {
        throw new UnsupportedOperationException("Passwords are not stored in this scheme any more");
    }

    @Override
    public boolean fits(String password, String stored) {
        var parts = stored.split("\\$", -1);
        return parts.length == 3
                && MessageDigest.isEqual(
                        Digests.hex("MD5", parts[1] + password).getBytes(StandardCharsets.US_ASCII),
                        parts[2].getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean isOutdated(String stored) {
        return true;
    }
}
