package io.limn.auth.accesstoken;

import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Signs in by access token. */
@ApplicationScoped
public class AccessTokenUse {
    private final EntityManager database;
    private final AccessTokenConfig config;

    AccessTokenUse(EntityManager database, AccessTokenConfig config) {
        this.database = database;
        this.config = config;
    }

    /** The token of a value, if it can be used; its use is noted. */
    @Transactional
    public Optional<AccessToken> use(String text) {
        return AccessTokenValue.shown(text).flatMap(this::find);
    }

    private Optional<AccessToken> find(AccessTokenValue value) {
        var now = Timestamps.now();
        var found = database.createQuery("SELECT t FROM AccessToken t WHERE t.prefix = :prefix", AccessToken.class)
                .setParameter("prefix", value.prefix())
                .getResultStream()
                .findFirst()
                .filter(token -> value.fits(token.hash()) && token.isUsable(now, config.stale()));
        found.ifPresent(token -> note(token, value.hash(), now));
        return found;
    }

    /** The date is written seldom, so that a busy token does not write with each request; an outdated hash at once. */
    private void note(AccessToken token, String hash, Instant now) {
        if (token.wasUsed() && token.lastUsed().isAfter(now.minus(config.noted())) && hash.equals(token.hash())) {
            return;
        }
        database.createQuery("UPDATE AccessToken t SET t.lastUsedDate = :now, t.hash = :hash WHERE t.id = :id")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .setParameter("id", token.id())
                .executeUpdate();
    }
}
