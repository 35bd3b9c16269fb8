package io.limn.auth.accesstoken;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes, changes and revokes personal access tokens. A token that cannot be used any more counts as gone. Gateways forget
 * what a token was traded for as soon as it is changed or revoked.
 */
@ApplicationScoped
class AccessTokens {
    private static final String FULL =
            "You have reached the maximum allowed number of Personal Access Tokens for a user";

    private final EntityManager database;
    private final AccessTokenConfig config;
    private final UserEvents events;
    private final Audit audit;
    private final Precondition precondition;

    AccessTokens(
            EntityManager database,
            AccessTokenConfig config,
            UserEvents events,
            Audit audit,
            Precondition precondition) {
        this.database = database;
        this.config = config;
        this.events = events;
        this.audit = audit;
        this.precondition = precondition;
    }

    /** A token and its value, which is not known a second time. */
    record Created(AccessToken token, AccessTokenValue value) {}

    /** A token that can be used. */
    Optional<AccessToken> find(long id) {
        return usable(database.find(AccessToken.class, id));
    }

    private Optional<AccessToken> usable(AccessToken token) {
        return Optional.ofNullable(token).filter(found -> found.isUsable(Timestamps.now(), config.stale()));
    }

    /**
     * Makes a token.
     *
     * @throws ApiException 400 when its owner has enough of them
     */
    @Transactional
    Created create(long owner, AccessTokenForm.Changes form) {
        // One at a time for each owner, so that two at once do not pass the limit.
        if (database.find(User.class, owner, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw ApiException.unauthenticated("User inactive or deleted.");
        }
        if (config.mostPerUser() >= 0 && usableOf(owner) >= config.mostPerUser()) {
            throw ApiException.rule(FULL);
        }
        var value = AccessTokenValue.random();
        var token = new AccessToken(
                owner,
                form.name().orElseThrow(),
                value.prefix(),
                value.hash(),
                form.readOnly().orElse(true),
                Timestamps.now(),
                form.expiry());
        database.persist(token);
        audit.record(entry("token.created", token).with("read_only", token.isReadOnly()));
        return new Created(token, value);
    }

    private long usableOf(long owner) {
        var now = Timestamps.now();
        return database.createQuery(
                        "SELECT COUNT(t) FROM AccessToken t WHERE t.ownerId = :owner AND t.revoked = false"
                                + " AND (t.expiryDate IS NULL OR t.expiryDate >= :now)"
                                + " AND COALESCE(t.lastUsedDate, t.createdDate) >= :stale",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("now", now)
                .setParameter("stale", now.minus(config.stale()))
                .getSingleResult();
    }

    /**
     * Changes a token.
     *
     * @param form what is answered of a token
     * @throws ApiException 404 when it cannot be used any more, 412 when the client knows another version
     */
    @Transactional
    AccessToken change(long id, AccessTokenForm.Changes changes, Function<AccessToken, ?> form) {
        var token = locked(id);
        precondition.require(() -> form.apply(token));
        token.change(changes, Timestamps.now());
        events.identityChanged(token.ownerId(), UserEvents.Reason.TOKEN);
        audit.record(entry("token.changed", token).with("fields", changes.fields()));
        return token;
    }

    /**
     * Revokes a token for good.
     *
     * @param form what is answered of a token
     * @throws ApiException 404 when it cannot be used any more, 412 when the client knows another version
     */
    @Transactional
    void revoke(long id, Function<AccessToken, ?> form) {
        var token = locked(id);
        precondition.require(() -> form.apply(token));
        token.revoke(Timestamps.now());
        events.identityChanged(token.ownerId(), UserEvents.Reason.TOKEN);
        audit.record(entry("token.revoked", token));
    }

    private AccessToken locked(long id) {
        return usable(database.find(AccessToken.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(AccessTokens::missing);
    }

    private static AuditEntry entry(String act, AccessToken token) {
        return AuditEntry.of(act).user(token.ownerId()).with("token_id", token.id());
    }

    /** 404 of a token that is unknown or cannot be used. */
    static ApiException missing() {
        return ApiException.notFound("AccessToken");
    }
}
