package io.limn.data.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Named keys of AES-256, the first of which is the one to encrypt with. */
final class SecretKeys {
    private static final int SHORTEST = 32;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    /**
     * Reads keys in the form {@code name:secret}.
     *
     * @throws IllegalArgumentException when one is malformed, which is never shown
     */
    SecretKeys(List<String> texts) {
        for (var text : texts) {
            int colon = text.indexOf(':');
            var name = colon < 0 ? "" : text.substring(0, colon).strip();
            var secret = text.substring(colon + 1).strip();
            if (!name.matches("[\\w.-]{1,50}") || secret.length() < SHORTEST || keys.containsKey(name)) {
                throw new IllegalArgumentException("A key of limn.secrets must be name:secret with a name of its own"
                        + " and a secret of at least " + SHORTEST + " characters");
            }
            keys.put(name, derive(secret));
        }
    }

    /** The keys of a configuration. */
    static SecretKeys of(SecretsConfig config) {
        return new SecretKeys(config.keys()
                .filter(given -> !given.isEmpty())
                .or(() -> config.file().map(SecretKeys::lines))
                .orElse(List.of()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of limn.secrets.file cannot be read", unreadable);
        }
    }

    private static SecretKeySpec derive(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new SecretKeySpec(digest.digest(("limn secrets " + secret).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The name of the key to encrypt with, if there is one. */
    Optional<String> current() {
        return keys.keySet().stream().findFirst();
    }

    /** The key of a name. */
    Optional<SecretKeySpec> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
