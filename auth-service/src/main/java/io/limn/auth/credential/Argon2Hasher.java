package io.limn.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with the least parameters that the OWASP password storage guide recommends: 19 MiB, two passes, one lane.
 * Stored as {@code argon2$argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class Argon2Hasher implements PasswordHasher {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final String CURRENT = "argon2$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
    private static final Pattern STORED = Pattern.compile(
            "argon2\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();

    @Override
    public String scheme() {
        return "argon2";
    }

    @Override
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        var hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        return CURRENT + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    @Override
    public boolean fits(String password, String stored) {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) {
            return false;
        }
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        if (memory > MOST_MEMORY_KIB || memory < 8 * lanes || passes < 1 || lanes < 1) {
            return false;
        }
        try {
            var salt = Base64.getDecoder().decode(parts.group(4));
            var hash = Base64.getDecoder().decode(parts.group(5));
            return MessageDigest.isEqual(hash, derive(password, salt, memory, passes, lanes, hash.length));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    @Override
    public boolean isOutdated(String stored) {
        return !stored.startsWith(CURRENT);
    }

    private static byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        var hash = new byte[bytes];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
