package io.limn.gateway.exchange;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names credentials in memory by a keyed hash, so that no dump of the process shows one; the key dies with it. */
@Singleton
final class CredentialKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Event loops are few, and to make one costs more than to use it. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    CredentialKeys() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    String of(Credential credential) {
        var mac = macs.get();
        mac.update(bytes(credential.authorization()));
        mac.update((byte) 0);
        return Base64.getEncoder().encodeToString(mac.doFinal(bytes(credential.session())));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String part) {
        return part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    }
}
