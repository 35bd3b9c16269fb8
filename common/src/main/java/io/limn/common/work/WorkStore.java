package io.limn.common.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.limn.common.event.Provenance;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table of background work, as the workers of one replica use it. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class WorkStore {
    /**
     * A queued row, or one whose worker has been silent for too long; taking the latter counts as a death. Among equals
     * in priority, those whose user has the least under way come first; who has reached the most that a user or an
     * organization may have waits.
     */
    private static final String CLAIM = """
            WITH under_way AS MATERIALIZED (
                SELECT provenance->>'actor' AS actor, provenance->>'organization' AS organization
                FROM work WHERE kind = ? AND state = 'running' AND lease_until >= clock_timestamp()),
            of_actor AS (SELECT actor, count(*) AS n FROM under_way WHERE actor IS NOT NULL GROUP BY actor),
            of_organization AS (
                SELECT organization, count(*) AS n FROM under_way WHERE organization IS NOT NULL
                GROUP BY organization)
            UPDATE work SET state = 'running', attempt = attempt + 1, owner = ?,
                lease_until = clock_timestamp() + ? * interval '1 millisecond',
                deaths = deaths + CASE WHEN state = 'running' THEN 1 ELSE 0 END
            WHERE id = (
                SELECT w.id FROM work w
                    LEFT JOIN of_actor a ON a.actor = w.provenance->>'actor'
                    LEFT JOIN of_organization o ON o.organization = w.provenance->>'organization'
                WHERE w.kind = ? AND ((w.state = 'queued' AND w.not_before <= clock_timestamp())
                        OR (? AND w.state = 'running' AND w.lease_until < clock_timestamp()))
                    AND COALESCE(a.n, 0) < ? AND COALESCE(o.n, 0) < ?
                ORDER BY w.priority DESC, COALESCE(a.n, 0), w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
            RETURNING id, work_key, attempt, failures, deaths, message, payload, provenance""";

    /** Rows that a transaction of their own worker holds are left out instead of waited for. */
    private static final String PROLONG = """
            UPDATE work SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id IN (SELECT id FROM work WHERE id = ANY (?) AND owner = ? AND state = 'running'
                FOR UPDATE SKIP LOCKED)
            RETURNING id, attempt""";

    private static final String HELD = "id = ? AND attempt = ? AND owner = ? AND state = 'running'";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final WorkConfig config;
    private final UUID owner = UUID.randomUUID();

    /**
     * A row as it was taken.
     *
     * @param message of the last failure, {@code null} for none
     */
    record Taken(
            long id,
            String key,
            int attempt,
            int failures,
            int deaths,
            String message,
            String payload,
            Provenance provenance) {}

    /** A row and the attempt that claims to hold it. */
    record Holder(long id, int attempt) {}

    WorkStore(AgroalDataSource database, ObjectMapper json, WorkConfig config) {
        this.database = database;
        this.json = json;
        this.config = config;
    }

    int transactionSeconds() {
        return Math.toIntExact(config.transactionTimeout().toSeconds());
    }

    /** Takes the next row of a kind. */
    Optional<Taken> claim(String kind, boolean alsoExpired) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, kind);
            statement.setObject(2, owner);
            statement.setLong(3, config.lease().toMillis());
            statement.setString(4, kind);
            statement.setBoolean(5, alsoExpired);
            statement.setInt(6, most(config.mostPerUser()));
            statement.setInt(7, most(config.mostPerOrganization()));
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(taken(row)) : Optional.empty();
            }
        }
    }

    private static int most(int limit) {
        return limit > 0 ? limit : Integer.MAX_VALUE;
    }

    private Taken taken(ResultSet row) throws SQLException {
        try {
            return new Taken(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getString(7),
                    json.readValue(row.getString(8), Provenance.class));
        } catch (JsonProcessingException foreign) {
            throw new SQLException("Work %d has no readable provenance".formatted(row.getLong(1)), foreign);
        }
    }

    /** Prolongs leases; returns those that were. The others are lost, or locked by a transaction of their worker. */
    Set<Holder> prolong(Collection<Holder> holders) throws SQLException {
        var prolonged = new HashSet<Holder>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PROLONG)) {
            statement.setLong(1, config.lease().toMillis());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", holders.stream().map(Holder::id).toArray()));
            statement.setObject(3, owner);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    prolonged.add(new Holder(rows.getLong(1), rows.getInt(2)));
                }
            }
        }
        prolonged.retainAll(holders);
        return prolonged;
    }

    /** Whether an attempt holds its row, without waiting for those who change it. */
    boolean isHeld(Holder holder) throws SQLException {
        return exists("SELECT 1 FROM work WHERE " + HELD, holder);
    }

    /** As {@link #isHeld}; in a transaction, the row stays as it is until its end. */
    boolean lock(Holder holder) throws SQLException {
        return exists("SELECT 1 FROM work WHERE " + HELD + " FOR UPDATE", holder);
    }

    private boolean exists(String query, Holder holder) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            bind(statement, 1, holder);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Prolongs one lease. */
    void prolong(Holder holder) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE work SET lease_until = clock_timestamp() + ? * interval '1 millisecond' WHERE "
                                + HELD)) {
            statement.setLong(1, config.lease().toMillis());
            bind(statement, 2, holder);
            statement.executeUpdate();
        }
    }

    /** Ends a row; false when the attempt no longer holds it. */
    boolean end(Holder holder, String state, String message) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE work SET state = ?, message = ?, ended = clock_timestamp(), owner = NULL,"
                                + " lease_until = NULL WHERE " + HELD)) {
            statement.setString(1, state);
            statement.setString(2, message);
            bind(statement, 3, holder);
            return statement.executeUpdate() == 1;
        }
    }

    /** Puts a row back into the queue, to be taken after a time. */
    void giveBack(Holder holder, int failures, Duration delay, String message) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("UPDATE work SET state = 'queued', failures = ?, message = ?,"
                                + " not_before = clock_timestamp() + ? * interval '1 millisecond', owner = NULL,"
                                + " lease_until = NULL WHERE " + HELD)) {
            statement.setInt(1, failures);
            statement.setString(2, message);
            statement.setLong(3, delay.toMillis());
            bind(statement, 4, holder);
            statement.executeUpdate();
        }
    }

    /** Forgets ended work. */
    void prune() throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("DELETE FROM work WHERE ended < now() - ? * interval '1 second'")) {
            statement.setLong(1, config.keep().toSeconds());
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int first, Holder holder) throws SQLException {
        statement.setLong(first, holder.id());
        statement.setInt(first + 1, holder.attempt());
        statement.setObject(first + 2, owner);
    }
}
