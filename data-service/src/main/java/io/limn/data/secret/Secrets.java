package io.limn.data.secret;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what users entrust to the server (AES-256-GCM); what was encrypted for one purpose opens for no other. */
@ApplicationScoped
public class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretsConfig config) {
        this.keys = SecretKeys.of(config);
    }

    /**
     * Encrypts a text under the first key.
     *
     * @param purpose what it is for; needed to open it
     * @throws ApiException 503 when the server has no key
     */
    public Sealed seal(String purpose, String text) {
        var name = keys.current()
                .orElseThrow(() -> ApiException.detail(
                        503, "Credentials cannot be kept: the server has no key to encrypt them with."));
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, keys.find(name).orElseThrow(), nonce, purpose);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = ByteBuffer.allocate(nonce.length + sealed.length);
            return new Sealed(name, all.put(nonce).put(sealed).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was encrypted.
     *
     * @throws IllegalStateException when its key is not there any more, or it was damaged
     */
    public String open(String purpose, Sealed sealed) {
        var key = keys.find(sealed.key())
                .orElseThrow(() -> new IllegalStateException("limn.secrets lacks the key " + sealed.key()));
        try {
            var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose);
            var text = cipher.doFinal(sealed.bytes(), NONCE_BYTES, sealed.bytes().length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("A secret cannot be opened with the key " + sealed.key(), damaged);
        }
    }

    /** The name of the key that encrypts now; {@code null} for none. */
    public String currentKey() {
        return keys.current().orElse(null);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
