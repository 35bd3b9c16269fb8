package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Counts what is done too often, over all replicas, in periods of a fixed length. */
@ApplicationScoped
class Attempts {
    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager database;

    Attempts(EntityManager database) {
        this.database = database;
    }

    /** How much was counted in the period at hand. */
    int counted(byte[] subject, Duration period) {
        var count = database.createNativeQuery(
                        "SELECT failures FROM sign_in_failure WHERE subject = :subject AND period_start = :period",
                        Integer.class)
                .setParameter("subject", subject)
                .setParameter("period", start(Instant.now(), period))
                .getResultList();
        return count.isEmpty() ? 0 : (Integer) count.getFirst();
    }

    /** Counts one more, also when the request as a whole is rolled back; how many it makes in the period at hand. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int count(byte[] subject, Duration period) {
        return (Integer) database.createNativeQuery(
                        "INSERT INTO sign_in_failure (subject, period_start, failures) VALUES (:subject, :period, 1)"
                                + " ON CONFLICT (subject, period_start)"
                                + " DO UPDATE SET failures = sign_in_failure.failures + 1 RETURNING failures",
                        Integer.class)
                .setParameter("subject", subject)
                .setParameter("period", start(Instant.now(), period))
                .getSingleResult();
    }

    /** The refusal of one attempt too many, which says when the next period begins. */
    static ApiException tooMany(Duration period) {
        var now = Instant.now();
        long seconds = Math.max(1, start(now, period).plus(period).getEpochSecond() - now.getEpochSecond());
        return ApiException.detail(
                        429,
                        "Request was throttled. Expected available in " + seconds + " second"
                                + (seconds == 1 ? "." : "s."))
                .with("Retry-After", String.valueOf(seconds));
    }

    private static Instant start(Instant now, Duration period) {
        long length = Math.max(1, period.toSeconds());
        return Instant.ofEpochSecond(now.getEpochSecond() / length * length);
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM sign_in_failure WHERE period_start < :limit")
                .setParameter("limit", Instant.now().minus(KEPT))
                .executeUpdate();
    }
}
