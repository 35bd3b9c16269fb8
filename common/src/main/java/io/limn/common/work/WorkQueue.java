package io.limn.common.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.limn.common.event.EventContext;
import io.limn.common.event.Provenance;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Where background work is handed in. It survives restarts and is done by a {@link Worker} of its kind. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
public class WorkQueue {
    static final String CHANNEL = "limn_work";
    static final String CANCELLED = "limn_work_cancelled";

    private static final String INSERT = """
            INSERT INTO work (kind, work_key, payload, provenance, priority, not_before)
            VALUES (?, ?, ?::jsonb, ?::jsonb, ?, now() + ? * interval '1 millisecond')
            ON CONFLICT (kind, work_key) WHERE state IN ('queued', 'running') DO NOTHING
            RETURNING id""";
    private static final String EXISTING = """
            SELECT id FROM work WHERE kind = ? AND work_key = ? AND state IN ('queued', 'running')""";
    private static final String CANCEL = """
            UPDATE work SET state = 'cancelled', ended = now(), owner = NULL, lease_until = NULL
            WHERE id = ? AND state IN ('queued', 'running')""";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final EventContext context;

    WorkQueue(AgroalDataSource database, ObjectMapper json, EventContext context) {
        this.database = database;
        this.json = json;
        this.context = context;
    }

    /** As {@link #submit(String, String, Object, int, Duration)}, with priority 0 and at once. */
    public long submit(String kind, String key, Object payload) {
        return submit(kind, key, payload, 0, Duration.ZERO);
    }

    /**
     * Hands in work, in the transaction at hand: it starts when that commits.
     *
     * @param kind     names the {@link Worker}
     * @param key      unique among the unfinished work of a kind
     * @param payload  what is to be done: a record, a map or a JSON tree
     * @param priority higher goes first
     * @param delay    starts no sooner than after this time
     * @return its id; that of the unfinished work of the same kind and key, if there is one
     * @throws IllegalStateException outside of a transaction
     */
    public long submit(String kind, String key, Object payload, int priority, Duration delay) {
        requireTransaction();
        try (var connection = database.getConnection()) {
            // The unfinished one may end between the two statements, then there is room for a new one.
            for (var id = insertOrFind(connection, kind, key, payload, priority, delay);
                    ;
                    id = insertOrFind(connection, kind, key, payload, priority, delay)) {
                if (id != null) {
                    return id;
                }
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("Work of kind %s could not be handed in".formatted(kind), failure);
        }
    }

    /**
     * Ends unfinished work, in the transaction at hand. A worker that has it is interrupted once that commits.
     *
     * @return whether it was unfinished
     * @throws IllegalStateException outside of a transaction
     */
    public boolean cancel(long id) {
        requireTransaction();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CANCEL)) {
            update.setLong(1, id);
            if (update.executeUpdate() == 0) {
                return false;
            }
            notify(connection, CANCELLED, String.valueOf(id));
            return true;
        } catch (SQLException failure) {
            throw new IllegalStateException("Work %d could not be cancelled".formatted(id), failure);
        }
    }

    /**
     * Takes back work that no worker has ever begun, in the transaction at hand.
     *
     * @return whether there was some; if not, it is not there, or under way or done at least in part
     * @throws IllegalStateException outside of a transaction
     */
    public boolean withdraw(String kind, String key) {
        return changeUnbegun("state = 'cancelled', ended = now()", kind, key);
    }

    /**
     * Has delayed work done now, in the transaction at hand.
     *
     * @return whether there was some that no worker has ever begun
     * @throws IllegalStateException outside of a transaction
     */
    public boolean hasten(String kind, String key) {
        return changeUnbegun("not_before = now()", kind, key);
    }

    private boolean changeUnbegun(String change, String kind, String key) {
        requireTransaction();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE work SET " + change
                        + " WHERE kind = ? AND work_key = ? AND state = 'queued' AND attempt = 0")) {
            update.setString(1, kind);
            update.setString(2, key);
            boolean found = update.executeUpdate() > 0;
            wake(connection, kind);
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("Work of kind %s could not be changed".formatted(kind), failure);
        }
    }

    private Long insertOrFind(
            Connection connection, String kind, String key, Object payload, int priority, Duration delay)
            throws SQLException, JsonProcessingException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, kind);
            insert.setString(2, key);
            insert.setString(3, json.writeValueAsString(payload));
            insert.setString(4, json.writeValueAsString(Provenance.current().orElseGet(context::provenance)));
            insert.setInt(5, priority);
            insert.setLong(6, delay.toMillis());
            try (var inserted = insert.executeQuery()) {
                if (inserted.next()) {
                    wake(connection, kind);
                    return inserted.getLong(1);
                }
            }
        }
        try (var select = connection.prepareStatement(EXISTING)) {
            select.setString(1, kind);
            select.setString(2, key);
            try (var existing = select.executeQuery()) {
                return existing.next() ? existing.getLong(1) : null;
            }
        }
    }

    private static void wake(Connection connection, String kind) throws SQLException {
        notify(connection, CHANNEL, kind);
    }

    private static void notify(Connection connection, String channel, String payload) throws SQLException {
        try (var notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            notify.setString(1, channel);
            notify.setString(2, payload);
            notify.execute();
        }
    }

    private static void requireTransaction() {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("Work is handed in within the transaction that asks for it");
        }
    }
}
