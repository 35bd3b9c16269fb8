package io.limn.auth.invitation;

import io.limn.common.api.ApiException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Counts, over all replicas, how often users have invitations sent again, whatever comes of it. */
@ApplicationScoped
class ResendThrottle {
    private static final Duration PERIOD = Duration.ofHours(1);

    /** Two requests of a user at once are counted one after the other. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111020, CAST(:user AS integer))";

    private final EntityManager database;
    private final InvitationConfig config;

    ResendThrottle(EntityManager database, InvitationConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Counts a request.
     *
     * @throws ApiException 429 when there were too many in the last hour; this one does not count then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void count(long user) {
        var now = Instant.now();
        database.createNativeQuery(LOCK)
                .setParameter("user", (int) (user & Integer.MAX_VALUE))
                .getSingleResult();
        var recent = database.createNativeQuery(
                        "SELECT happened FROM invitation_resend WHERE user_id = :user AND happened > :since"
                                + " ORDER BY happened DESC",
                        Instant.class)
                .setParameter("user", user)
                .setParameter("since", now.minus(PERIOD))
                .setMaxResults(config.resends())
                .getResultList();
        if (recent.size() >= config.resends()) {
            throw throttled(
                    recent.isEmpty() ? PERIOD : Duration.between(now, ((Instant) recent.getLast()).plus(PERIOD)));
        }
        database.createNativeQuery("INSERT INTO invitation_resend (user_id, happened) VALUES (:user, :now)")
                .setParameter("user", user)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static ApiException throttled(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return ApiException.detail(
                        429,
                        "Request was throttled. Expected available in " + seconds + " second"
                                + (seconds == 1 ? "." : "s."))
                .with("Retry-After", String.valueOf(seconds));
    }

    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM invitation_resend WHERE happened < :since")
                .setParameter("since", Instant.now().minus(PERIOD))
                .executeUpdate();
    }
}
