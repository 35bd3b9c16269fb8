package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;

/**
 * Counts wrong passwords by name and by address, over all replicas, in periods of a fixed length. Names and addresses
 * are stored as digests: people type passwords into the wrong field.
 */
@ApplicationScoped
class SignInThrottle {
    private final EntityManager database;
    private final ThrottleConfig config;

    SignInThrottle(EntityManager database, ThrottleConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Lets a sign-in pass, or not.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 429 when there were too many wrong passwords lately
     */
    void check(String name, String address) {
        var now = Instant.now();
        var period = period(now);
        boolean tooMany = failures(byName(name), period) >= config.perName()
                || address != null && failures(byAddress(address), period) >= config.perAddress();
        if (tooMany) {
            long seconds = Math.max(1, period.plus(config.period()).getEpochSecond() - now.getEpochSecond());
            throw ApiException.detail(
                            429,
                            "Request was throttled. Expected available in " + seconds + " second"
                                    + (seconds == 1 ? "." : "s."))
                    .with("Retry-After", String.valueOf(seconds));
        }
    }

    /** Notes a wrong password, also when the request as a whole is rolled back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String name, String address) {
        var period = period(Instant.now());
        count(byName(name), period);
        if (address != null) {
            count(byAddress(address), period);
        }
    }

    private int failures(byte[] subject, Instant period) {
        var count = database.createNativeQuery(
                        "SELECT failures FROM sign_in_failure WHERE subject = :subject AND period_start = :period",
                        Integer.class)
                .setParameter("subject", subject)
                .setParameter("period", period)
                .getResultList();
        return count.isEmpty() ? 0 : (Integer) count.getFirst();
    }

    private void count(byte[] subject, Instant period) {
        database.createNativeQuery("INSERT INTO sign_in_failure (subject, period_start, failures)"
                        + " VALUES (:subject, :period, 1)"
                        + " ON CONFLICT (subject, period_start) DO UPDATE SET failures = sign_in_failure.failures + 1")
                .setParameter("subject", subject)
                .setParameter("period", period)
                .executeUpdate();
    }

    private Instant period(Instant now) {
        long length = Math.max(1, config.period().toSeconds());
        return Instant.ofEpochSecond(now.getEpochSecond() / length * length);
    }

    private static byte[] byName(String name) {
        return Digests.sha256("name " + name.toLowerCase(Locale.ROOT));
    }

    private static byte[] byAddress(String address) {
        return Digests.sha256("address " + address);
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM sign_in_failure WHERE period_start < :period")
                .setParameter("period", period(Instant.now()))
                .executeUpdate();
    }
}
