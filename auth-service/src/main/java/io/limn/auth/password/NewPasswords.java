package io.limn.auth.password;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.credential.Passwords;
import io.limn.auth.credential.Sessions;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.common.api.ApiException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Gives users new passwords: what was begun under the old one ends. The permanent key and access tokens stay. */
@ApplicationScoped
class NewPasswords {
    private final EntityManager database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final ResetTokens resets;
    private final UserEvents events;
    private final Audit audit;

    NewPasswords(
            EntityManager database,
            Passwords passwords,
            Sessions sessions,
            ResetTokens resets,
            UserEvents events,
            Audit audit) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.resets = resets;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Changes the password of a user who has shown his old one.
     *
     * @param session id of the browser's session, {@code null} when there is none
     * @return the new id of that session
     * @throws ApiException 400 when the old password was changed meanwhile
     */
    Optional<String> change(User user, String password, String session) {
        var hash = passwords.hash(password);
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!store(user, hash)) {
                throw ApiException.field("old_password", PasswordChangeForm.WRONG);
            }
            audit.record(AuditEntry.of("password.changed").user(user.id()));
            return sessions.endOthers(user.id(), user.passwordVersion() + 1, session);
        });
    }

    /**
     * Sets the password of a user who has shown something else, which is used up by it.
     *
     * @param proof uses it up; whether it was still there
     * @return whether the password was set
     */
    boolean reset(User user, String password, BooleanSupplier proof) {
        var hash = passwords.hash(password);
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!proof.getAsBoolean() || !store(user, hash)) {
                return false;
            }
            audit.record(AuditEntry.of("password.reset").user(user.id()));
            sessions.endOthers(user.id(), user.passwordVersion() + 1, null);
            return true;
        });
    }

    /** Of two changes at once the second finds the version of the first, and changes nothing. */
    private boolean store(User user, String hash) {
        int changed = database.createQuery(
                        "UPDATE User u SET u.password = :hash,"
                                + " u.passwordVersion = u.passwordVersion + 1 WHERE u.id = :id AND u.passwordVersion = :version")
                .setParameter("hash", hash)
                .setParameter("id", user.id())
                .setParameter("version", user.passwordVersion())
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        resets.forget(user.id());
        events.identityChanged(user.id(), UserEvents.Reason.PASSWORD);
        return true;
    }
}
