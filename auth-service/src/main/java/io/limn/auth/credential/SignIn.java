package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks a name and a password. An unknown name, a wrong password and a user who is switched off look the same. */
@ApplicationScoped
public class SignIn {
    private final Users users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Audit audit;

    SignIn(Users users, Passwords passwords, SignInThrottle throttle, Audit audit) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The user of a name (or e-mail address) and a password.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 429 after too many wrong passwords
     */
    public Optional<User> check(String name, String password, String address) {
        throttle.check(name, address);
        return check(users.bySignInName(name), name, password, address);
    }

    /** The same for a user who was found in another way. */
    public Optional<User> check(User candidate, String password, String address) {
        var name = candidate.identity().username();
        throttle.check(name, address);
        return check(Optional.of(candidate), name, password, address);
    }

    private Optional<User> check(Optional<User> candidate, String name, String password, String address) {
        var stored = candidate.map(User::password).orElse(null);
        boolean right = passwords.fits(password, stored);
        if (!right || !candidate.get().isActive()) {
            throttle.failed(name, address);
            // Not the name: people type passwords into the wrong field.
            audit.recordRefusal(
                    AuditEntry.of("login.failed").user(candidate.map(User::id).orElse(null)));
            return Optional.empty();
        }
        if (passwords.isOutdated(stored)) {
            users.rehash(candidate.get(), passwords.hash(password));
        }
        return candidate;
    }
}
