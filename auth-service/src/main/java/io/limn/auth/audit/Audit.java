package io.limn.auth.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.Timestamps;
import io.limn.common.event.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;

/**
 * Keeps what was done to accounts and rights: as a row of a table that is only ever added to, and as an event
 * {@code audit.<act>} on {@code limn.identity}. Who did it, and from where, is taken from the request at hand.
 */
@ApplicationScoped
public class Audit {
    private static final String TOPIC = "limn.identity";
    private static final String INSERT = """
            INSERT INTO audit_entry (happened, act, user_id, actor_id, organization_id, access_token_id, address,
                request_id, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final EntityManager database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final AuditOrigin origin;
    private final AuditConfig config;

    Audit(EntityManager database, Outbox outbox, ObjectMapper json, AuditOrigin origin, AuditConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.origin = origin;
        this.config = config;
    }

    /**
     * The data of an event; grows by new members only.
     *
     * @param userId         the user concerned, {@code null} when he is not known
     * @param actorId        who did it, {@code null} when nobody was signed in
     * @param organizationId the organization concerned, {@code null} for none
     * @param accessTokenId  the access token that was used for it, {@code null} for none
     * @param address        where it came from, {@code null} when that is not known
     * @param details        what else there is to say
     */
    record Audited(
            Long userId,
            Long actorId,
            Long organizationId,
            Long accessTokenId,
            String address,
            Map<String, Object> details) {}

    /** Records an act that was done, in the transaction at hand if there is one: both are kept, or none. */
    @Transactional
    public void record(AuditEntry entry) {
        write(entry);
    }

    /** Records an act that was refused or failed, whatever becomes of the transaction at hand. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordRefusal(AuditEntry entry) {
        write(entry);
    }

    private void write(AuditEntry entry) {
        var from = origin.current();
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, Timestamps.now().atOffset(ZoneOffset.UTC));
                insert.setString(2, entry.act());
                insert.setObject(3, entry.user(), Types.BIGINT);
                insert.setObject(4, from.actor(), Types.BIGINT);
                insert.setObject(5, entry.organization(), Types.BIGINT);
                insert.setObject(6, from.token(), Types.BIGINT);
                insert.setString(7, from.address());
                insert.setString(8, from.requestId());
                insert.setString(9, json(entry.details()));
                insert.executeUpdate();
            }
        });
        var key = Objects.requireNonNullElse(entry.user(), Objects.requireNonNullElse(from.actor(), 0L));
        outbox.add(
                TOPIC,
                String.valueOf(key),
                "audit." + entry.act(),
                new Audited(
                        entry.user(),
                        from.actor(),
                        entry.organization(),
                        from.token(),
                        from.address(),
                        entry.details()));
    }

    private String json(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Details of an act must be plain values", unwritable);
        }
    }

    @Scheduled(every = "24h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM audit_entry WHERE happened < :limit")
                .setParameter("limit", Instant.now().minus(config.keep()))
                .executeUpdate();
    }
}
