package io.limn.auth.credential;

import io.limn.auth.user.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a new password has to be. */
@ApplicationScoped
public class PasswordRules {
    private static final int LEAST = 8;

    private final CommonPasswords common = CommonPasswords.load();

    /** What is wrong with a password whoever has it, in the API's words. */
    List<String> faults(String password) {
        var faults = new ArrayList<String>();
        if (password.codePointCount(0, password.length()) < LEAST) {
            faults.add("This password is too short. It must contain at least " + LEAST + " characters.");
        }
        if (common.contains(password)) {
            faults.add("This password is too common.");
        }
        if (password.codePoints().allMatch(Character::isDigit)) {
            faults.add("This password is entirely numeric.");
        }
        return faults;
    }

    /** What is wrong with a password of a person; the likeness to his names comes first. */
    public List<String> faults(String password, Identity person) {
        var faults = new ArrayList<String>();
        likeness(password.toLowerCase(Locale.ROOT), person)
                .ifPresent(name -> faults.add("The password is too similar to the " + name + "."));
        faults.addAll(faults(password));
        return faults;
    }

    private static Optional<String> likeness(String password, Identity person) {
        if (Likeness.isLike(password, person.username())) {
            return Optional.of("username");
        }
        if (Likeness.isLike(password, person.firstName())) {
            return Optional.of("first name");
        }
        if (Likeness.isLike(password, person.lastName())) {
            return Optional.of("last name");
        }
        return Likeness.isLike(password, person.email()) ? Optional.of("email address") : Optional.empty();
    }
}
