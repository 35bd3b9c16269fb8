package io.limn.common.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What waits in the outbox, as the session sees it that holds the locks of its slots. */
final class OutboxRows {
    /** First half of the advisory locks; the second is the slot. Spells LIMN. */
    private static final int LOCK = 0x4C494D4E;

    private static final int COUNT_LIMIT = 100_000;

    private static final String SELECT = """
            SELECT id, event_id, topic, event_key, type, payload, created FROM outbox
            WHERE slot = ANY (?) ORDER BY id LIMIT ?""";

    private final Connection connection;

    /**
     * One event that waits.
     *
     * @param payload the event, {@code null} for the end of a state
     */
    record Row(long id, String eventId, String topic, String key, String type, String payload, Instant created) {}

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    /** Tries to lock the slots that are not yet among the owned ones, and adds those it gets. */
    void lockMissing(Set<Integer> owned) throws SQLException {
        var missing = IntStream.range(0, Outbox.SLOTS)
                .boxed()
                .filter(slot -> !owned.contains(slot))
                .collect(Collectors.toCollection(HashSet::new));
        if (missing.isEmpty()) {
            return;
        }
        var query = "SELECT slot FROM unnest(?) AS slot WHERE pg_try_advisory_lock(%d, slot)".formatted(LOCK);
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("int4", missing.toArray()));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    owned.add(result.getInt(1));
                }
            }
        }
    }

    /**
     * The oldest rows of some slots. It asks for all that is there and never for what is newer than the last seen: a
     * transaction that began early and commits late would be passed over.
     */
    List<Row> oldest(Collection<Integer> slots, int most) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = connection.prepareStatement(SELECT)) {
            statement.setArray(1, connection.createArrayOf("int2", slots.toArray()));
            statement.setInt(2, most);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5),
                            result.getString(6),
                            result.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return rows;
    }

    void delete(Collection<Long> ids) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            statement.executeUpdate();
        }
    }

    /** How many wait, counted up to a limit. */
    long count() throws SQLException {
        var query = "SELECT count(*) FROM (SELECT FROM outbox LIMIT %d) AS waiting".formatted(COUNT_LIMIT);
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
