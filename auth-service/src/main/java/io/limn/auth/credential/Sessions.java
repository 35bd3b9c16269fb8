package io.limn.auth.credential;

import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.Timestamps;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Begins, finds, renews and ends sessions. */
@ApplicationScoped
public class Sessions {
    private static final int ID_LENGTH = 32;

    private final EntityManager database;
    private final Users users;
    private final SessionConfig config;

    Sessions(EntityManager database, Users users, SessionConfig config) {
        this.database = database;
        this.users = users;
        this.config = config;
    }

    /** What a session cookie is worth: a user, nobody for now (he is switched off), or nothing any more. */
    public record Found(User user, boolean ended) {
        static final Found ENDED = new Found(null, true);
    }

    /**
     * Begins a session in place of the browser's earlier one.
     *
     * @param earlier id of the earlier session, may be {@code null}
     * @param browser where it is begun
     * @return the id, which is known to the browser alone
     */
    @Transactional
    public String begin(User user, String earlier, Browser browser) {
        end(earlier);
        var id = RandomText.alphanumeric(ID_LENGTH);
        var now = Timestamps.now();
        database.persist(new Session(
                Digests.sha256(id), user.id(), user.passwordVersion(), browser, now, now.plus(config.life())));
        users.signedIn(user.id(), now);
        return id;
    }

    /** The user of a session; a session in use lives on. */
    @Transactional
    public Found find(String id) {
        var session = database.find(Session.class, Digests.sha256(id));
        var now = Timestamps.now();
        if (session == null || !session.expiresAt().isAfter(now)) {
            return Found.ENDED;
        }
        var user = users.find(session.userId());
        if (user.isEmpty() || user.get().passwordVersion() != session.passwordVersion()) {
            return Found.ENDED;
        }
        if (!user.get().isActive()) {
            return new Found(null, false);
        }
        if (session.renewedAt().plus(config.renewal()).isBefore(now)) {
            renew(session, now);
        } else if (session.lastUsedAt().plus(config.noted()).isBefore(now)) {
            note(session, now);
        }
        return new Found(user.get(), false);
    }

    private void note(Session session, Instant now) {
        database.createQuery("UPDATE Session s SET s.lastUsedAt = :now WHERE s.idHash = :id")
                .setParameter("now", now)
                .setParameter("id", session.idHash())
                .executeUpdate();
    }

    private void renew(Session session, Instant now) {
        database.createQuery("UPDATE Session s SET s.renewedAt = :now, s.lastUsedAt = :now, s.expiresAt = :end"
                        + " WHERE s.idHash = :id")
                .setParameter("now", now)
                .setParameter("end", now.plus(config.life()))
                .setParameter("id", session.idHash())
                .executeUpdate();
    }

    /** Ends a session, if there is one of this id. */
    @Transactional
    public void end(String id) {
        if (id != null) {
            database.createQuery("DELETE FROM Session s WHERE s.idHash = :id")
                    .setParameter("id", Digests.sha256(id))
                    .executeUpdate();
        }
    }

    /**
     * Ends the sessions of a user whose password has changed, but for the browser's own: it goes on under another id.
     *
     * @param passwordVersion the version of the new password
     * @param current         id of the browser's own session, {@code null} when none shall go on
     * @return the new id of that session; empty when there is none of this user
     */
    @Transactional
    public Optional<String> endOthers(long userId, int passwordVersion, String current) {
        var id = RandomText.alphanumeric(ID_LENGTH);
        var now = Timestamps.now();
        int goesOn = current == null
                ? 0
                : database.createNativeQuery("UPDATE user_session SET id_hash = :id, password_version = :version,"
                                + " renewed_at = :now, last_used_at = :now, expires_at = :end"
                                + " WHERE id_hash = :current AND user_id = :user AND expires_at > :now")
                        .setParameter("id", Digests.sha256(id))
                        .setParameter("version", passwordVersion)
                        .setParameter("now", now)
                        .setParameter("end", now.plus(config.life()))
                        .setParameter("current", Digests.sha256(current))
                        .setParameter("user", userId)
                        .executeUpdate();
        database.createQuery("DELETE FROM Session s WHERE s.userId = :user AND s.idHash <> :id")
                .setParameter("user", userId)
                .setParameter("id", Digests.sha256(id))
                .executeUpdate();
        return goesOn == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Life of a session from its last renewal. */
    public Duration life() {
        return config.life();
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetEnded() {
        database.createQuery("DELETE FROM Session s WHERE s.expiresAt < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
