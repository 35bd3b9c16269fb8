package io.limn.auth.credential;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Seals what the database must give back but not give away: private signing keys and permanent keys of users. AES-256-GCM
 * under {@code limn.auth.key-encryption-secret}, the same in all replicas. Without that setting texts are kept in clear,
 * so that a first start needs no preparation; a warning says so, and they are sealed once the setting is there.
 */
@ApplicationScoped
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final String SEALED = "aes-gcm:";
    private static final String CLEAR = "clear:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Sealer(@ConfigProperty(name = "limn.auth.key-encryption-secret") Optional<String> secret) {
        key = secret.filter(text -> !text.isBlank())
                .map(text -> new SecretKeySpec(Digests.sha256("limn seal " + text), "AES"))
                .orElse(null);
    }

    void warn(@Observes StartupEvent start) {
        if (key == null) {
            LOG.warn("limn.auth.key-encryption-secret is not set: signing keys and users' keys are stored in clear");
        }
    }

    /** Seals a text; two seals of one text differ. */
    public String seal(String text) {
        if (key == null) {
            return CLEAR + text;
        }
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return SEALED + Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens what was sealed; empty when the secret is another one now, or the text was damaged. */
    public Optional<String> open(String stored) {
        if (stored.startsWith(CLEAR)) {
            return Optional.of(stored.substring(CLEAR.length()));
        }
        if (key == null || !stored.startsWith(SEALED)) {
            return Optional.empty();
        }
        try {
            var all = Base64.getDecoder().decode(stored.substring(SEALED.length()));
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Whether a stored text should be sealed anew: it is in clear and need not be. */
    public boolean isOpen(String stored) {
        return key != null && stored.startsWith(CLEAR);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
