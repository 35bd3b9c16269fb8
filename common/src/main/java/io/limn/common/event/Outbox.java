package io.limn.common.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a service writes its events: into a table, in the transaction of the change they tell of. A relay publishes them
 * after the commit; what is rolled back is never published.
 */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
public class Outbox {
    static final int SLOTS = 16;
    static final String CHANNEL = "limn_outbox";

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, event_key, slot, type, payload) VALUES (?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final EventContext context;
    private final String source;

    Outbox(
            AgroalDataSource database,
            ObjectMapper json,
            EventContext context,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "limn") String source) {
        this.database = database;
        this.json = json;
        this.context = context;
        this.source = source;
    }

    /**
     * Writes an event in the transaction at hand.
     *
     * @param topic topic of the owner, {@code limn.task}
     * @param key   events of the same key are seen in the order in which they were written
     * @param type  what happened, {@code task.deleted}
     * @param data  the facts: a record, a map or a JSON tree
     * @return the event's id
     * @throws IllegalStateException    outside of a transaction
     * @throws IllegalArgumentException when the event is larger than {@link Event#MAX_BYTES}
     */
    public String add(String topic, String key, String type, Object data) {
        var event = event(key, type, data);
        write(topic, event, EventCodec.write(event));
        return event.id();
    }

    /**
     * Writes the state of a thing to a compacted topic, in the transaction at hand.
     *
     * @param data the whole state, {@code null} when the thing is gone
     * @throws IllegalStateException    outside of a transaction
     * @throws IllegalArgumentException when the event is larger than {@link Event#MAX_BYTES}
     */
    public void publishState(String topic, String key, Object data) {
        var event = event(key, Event.stateType(topic), data);
        write(topic, event, data == null ? null : EventCodec.write(event));
    }

    private Event event(String key, String type, Object data) {
        var cause = Provenance.current().orElseGet(context::provenance);
        var trace = cause.traceparent() == null ? Traces.current() : cause.traceparent();
        return new Event(
                "1.0",
                UUID.randomUUID().toString(),
                source,
                type,
                key,
                Instant.now().truncatedTo(ChronoUnit.MICROS).toString(),
                "application/json",
                json.valueToTree(data),
                cause.actor(),
                cause.organization(),
                cause.requestId(),
                cause.origin(),
                trace);
    }

    private void write(String topic, Event event, byte[] payload) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("Events are written in the transaction of the change they tell of");
        }
        if (payload != null && payload.length > Event.MAX_BYTES) {
            throw new IllegalArgumentException("An event of type %s has %d bytes, more than %d"
                    .formatted(event.type(), payload.length, Event.MAX_BYTES));
        }
        int slot = slot(event.subject());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT);
                var notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            insert.setObject(1, UUID.fromString(event.id()));
            insert.setString(2, topic);
            insert.setString(3, event.subject());
            insert.setInt(4, slot);
            insert.setString(5, event.type());
            insert.setString(6, payload == null ? null : new String(payload, StandardCharsets.UTF_8));
            insert.executeUpdate();
            notify.setString(1, CHANNEL);
            notify.setString(2, Integer.toString(slot));
            notify.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("An event could not be written", failure);
        }
    }

    static int slot(String key) {
        return Math.floorMod(key.hashCode(), SLOTS);
    }
}
