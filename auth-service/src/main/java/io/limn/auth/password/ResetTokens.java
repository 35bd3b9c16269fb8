package io.limn.auth.password;

import io.limn.auth.credential.Digests;
import io.limn.auth.credential.RandomText;
import io.limn.auth.user.User;
import io.limn.common.api.Timestamps;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Secrets that let a user choose a new password, once. They are void after some days, and as soon as the user signs in
 * or gets another password or e-mail address. Stored as digests.
 */
@ApplicationScoped
class ResetTokens {
    private static final int LENGTH = 40;

    private final EntityManager database;
    private final ResetConfig config;

    ResetTokens(EntityManager database, ResetConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A new secret for a user. */
    @Transactional
    String issue(User user) {
        var token = RandomText.alphanumeric(LENGTH);
        database.createNativeQuery(
                        "INSERT INTO password_reset (token_hash, user_id, password_version, last_login, email, expires_at)"
                                + " SELECT :hash, id, password_version, last_login, email, :end FROM users WHERE id = :user")
                .setParameter("hash", Digests.sha256(token))
                .setParameter("end", Timestamps.now().plus(config.life()))
                .setParameter("user", user.id())
                .executeUpdate();
        return token;
    }

    /** Whether a secret is a user's and not void. */
    boolean isGood(User user, String token) {
        return !database.createNativeQuery("SELECT 1 FROM password_reset r JOIN users u ON u.id = r.user_id"
                        + " WHERE r.token_hash = :hash AND r.user_id = :user AND r.expires_at > :now"
                        + " AND r.password_version = u.password_version AND r.email = u.email"
                        + " AND r.last_login IS NOT DISTINCT FROM u.last_login")
                .setParameter("hash", Digests.sha256(token))
                .setParameter("user", user.id())
                .setParameter("now", Instant.now())
                .getResultList()
                .isEmpty();
    }

    /** Uses a secret up; whether it was still good. Needs a transaction. */
    boolean use(User user, String token) {
        return isGood(user, token)
                && database.createNativeQuery("DELETE FROM password_reset WHERE token_hash = :hash")
                                .setParameter("hash", Digests.sha256(token))
                                .executeUpdate()
                        == 1;
    }

    /** Forgets all secrets of a user. Needs a transaction. */
    void forget(long userId) {
        database.createNativeQuery("DELETE FROM password_reset WHERE user_id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Scheduled(every = "6h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM password_reset WHERE expires_at < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
