package io.limn.auth.verification;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.credential.Digests;
import io.limn.auth.credential.RandomText;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.common.api.Timestamps;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The keys by which addresses are confirmed: the last one of each address, stored as a digest. */
@ApplicationScoped
class Confirmations {
    private static final int LENGTH = 48;
    private static final String ISSUE = """
            INSERT INTO email_confirmation AS c (address, user_id, key_hash, sent_at, expires_at)
            VALUES (lower(:address), :user, :hash, :now, :end)
            ON CONFLICT (address) DO UPDATE
            SET user_id = excluded.user_id, key_hash = excluded.key_hash, sent_at = excluded.sent_at,
                expires_at = excluded.expires_at
            WHERE c.sent_at <= :pause""";
    private static final String FIND = """
            SELECT u.* FROM email_confirmation c JOIN users u ON u.id = c.user_id AND lower(u.email) = c.address
            WHERE c.key_hash = :hash AND c.expires_at > :now""";
    private static final String VERIFY = """
            UPDATE users u SET email_verified = TRUE WHERE u.id = :user AND NOT u.email_verified AND NOT EXISTS (
                SELECT 1 FROM users o WHERE lower(o.email) = lower(u.email) AND o.id <> u.id AND o.email_verified)""";

    private final EntityManager database;
    private final VerificationConfig config;
    private final UserEvents events;
    private final Audit audit;

    Confirmations(EntityManager database, VerificationConfig config, UserEvents events, Audit audit) {
        this.database = database;
        this.config = config;
        this.events = events;
        this.audit = audit;
    }

    /** A new key for the address of a user; empty when one was issued just now. */
    @Transactional
    Optional<String> issue(User user) {
        var key = RandomText.alphanumeric(LENGTH);
        var now = Timestamps.now();
        int issued = database.createNativeQuery(ISSUE)
                .setParameter("address", user.identity().email())
                .setParameter("user", user.id())
                .setParameter("hash", Digests.sha256(key))
                .setParameter("now", now)
                .setParameter("end", now.plus(config.life()))
                .setParameter("pause", now.minus(config.pause()))
                .executeUpdate();
        return issued == 1 ? Optional.of(key) : Optional.empty();
    }

    /**
     * Confirms the address of a key, again if it was before: programs follow the links of mails, too.
     *
     * @return whether the address is confirmed now; it is not when the key is unknown or old, or when it belongs to
     *     another address than its user has, or one that somebody else has confirmed
     */
    @Transactional
    boolean confirm(String key) {
        var found = database.createNativeQuery(FIND, User.class)
                .setParameter("hash", Digests.sha256(key))
                .setParameter("now", Instant.now())
                .getResultList();
        if (found.isEmpty()) {
            return false;
        }
        var user = (User) found.getFirst();
        if (user.isVerified()) {
            return true;
        }
        int verified = database.createNativeQuery(VERIFY)
                .setParameter("user", user.id())
                .executeUpdate();
        if (verified == 1) {
            events.identityChanged(user.id(), UserEvents.Reason.CHANGED);
            audit.record(AuditEntry.of("email.verified").user(user.id()));
        }
        return verified == 1;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM email_confirmation WHERE expires_at < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
