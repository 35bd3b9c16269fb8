package io.limn.auth.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.auth.credential.SignIn;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.auth.verification.Verification;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks name and password as scripts send them with every request. A right pair is remembered for a minute under an
 * HMAC with a key of this process, so that it is not hashed each time; whether its user is still active and has the same
 * password is read each time.
 */
@ApplicationScoped
class BasicCredentials {
    private static final String ALGORITHM = "HmacSHA256";

    private final SignIn signIn;
    private final Users users;
    private final Verification verification;
    private final SecretKeySpec key;
    private final Cache<String, Right> right;

    private record Right(long userId, int passwordVersion) {}

    BasicCredentials(
            SignIn signIn,
            Users users,
            Verification verification,
            @ConfigProperty(name = "limn.auth.passwords.remembered", defaultValue = "60s") Duration remembered) {
        this.signIn = signIn;
        this.users = users;
        this.verification = verification;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
        right = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(remembered)
                .build();
    }

    /**
     * The user of a pair.
     *
     * @param credential base64 of {@code name:password}
     * @param address    of the client, {@code null} when it is not known
     * @throws ApiException 401 for a wrong pair and for an address that is still to be confirmed, 429 after too many of them
     */
    User user(String credential, String address) {
        var digest = digest(credential);
        var user = remembered(digest).orElseGet(() -> check(credential, address, digest));
        if (verification.isAwaited(user)) {
            throw Refusal.of("E-mail is not verified.");
        }
        return user;
    }

    private Optional<User> remembered(String digest) {
        var known = right.getIfPresent(digest);
        return known == null
                ? Optional.empty()
                : users.find(known.userId())
                        .filter(user -> user.isActive() && user.passwordVersion() == known.passwordVersion());
    }

    private User check(String credential, String address, String digest) {
        var pair = decode(credential).split(":", 2);
        if (pair.length != 2) {
            throw malformed();
        }
        var user = signIn.check(pair[0], pair[1], address).orElseThrow(() -> Refusal.of("Invalid username/password."));
        right.put(digest, new Right(user.id(), user.passwordVersion()));
        return user;
    }

    private static String decode(String credential) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(credential);
        } catch (IllegalArgumentException noBase64) {
            throw malformed();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherCharacters) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static ApiException malformed() {
        return Refusal.of("Invalid basic header. Credentials not correctly base64 encoded.");
    }

    private String digest(String credential) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(credential.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
