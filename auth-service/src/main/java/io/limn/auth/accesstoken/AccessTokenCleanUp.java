package io.limn.auth.accesstoken;

import io.limn.common.api.Timestamps;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Removes tokens that could not be used for long. Each replica may do it: a second time there is nothing to remove. */
@ApplicationScoped
class AccessTokenCleanUp {
    private static final Logger LOG = Logger.getLogger(AccessTokenCleanUp.class);

    private final EntityManager database;
    private final AccessTokenConfig config;

    AccessTokenCleanUp(EntityManager database, AccessTokenConfig config) {
        this.database = database;
        this.config = config;
    }

    /** In the night to Sunday. */
    @Scheduled(cron = "0 0 0 ? * SUN", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void removeOld() {
        var limit = Timestamps.now().minus(config.kept());
        int removed = database.createQuery("DELETE FROM AccessToken t WHERE t.revoked = true AND t.updatedDate < :limit"
                        + " OR t.expiryDate < :limit"
                        + " OR COALESCE(t.lastUsedDate, t.createdDate) < :stale")
                .setParameter("limit", limit)
                .setParameter("stale", limit.minus(config.stale()))
                .executeUpdate();
        if (removed > 0) {
            LOG.infof("%d access tokens that could not be used any more were removed", removed);
        }
    }
}
