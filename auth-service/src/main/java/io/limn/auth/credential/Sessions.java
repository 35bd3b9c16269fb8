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
     * @return the id, which is known to the browser alone
     */
    @Transactional
    public String begin(User user, String earlier) {
        end(earlier);
        var id = RandomText.alphanumeric(ID_LENGTH);
        var now = Timestamps.now();
        database.persist(
                new Session(Digests.sha256(id), user.id(), user.passwordVersion(), now, now.plus(config.life())));
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
        }
        return new Found(user.get(), false);
    }

    private void renew(Session session, Instant now) {
        database.createQuery("UPDATE Session s SET s.renewedAt = :now, s.expiresAt = :end WHERE s.idHash = :id")
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
