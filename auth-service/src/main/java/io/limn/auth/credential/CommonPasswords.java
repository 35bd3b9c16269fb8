package io.limn.auth.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are tried first by everybody who guesses; the list is {@code common-passwords.txt}. */
final class CommonPasswords {
    private final Set<String> all;

    private CommonPasswords(Set<String> all) {
        this.all = all;
    }

    static CommonPasswords load() {
        try (var in = CommonPasswords.class.getResourceAsStream("/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of common passwords is missing");
            }
            return new CommonPasswords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a password is among them, whatever its case. */
    boolean contains(String password) {
        return all.contains(password.strip().toLowerCase(Locale.ROOT));
    }
}
