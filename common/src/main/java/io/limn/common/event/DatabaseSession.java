package io.limn.common.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A connection of its own, outside of the pool: for what PostgreSQL ties to a session, such as advisory locks and
 * notifications. Closing it gives both back. For one thread.
 */
public final class DatabaseSession implements AutoCloseable {
    private static final int SLICE_MILLIS = 100;

    private final Connection connection;

    DatabaseSession(Connection connection) {
        this.connection = connection;
    }

    /** The connection, in auto-commit mode. */
    public Connection connection() {
        return connection;
    }

    /** Hears what is sent to a channel from now on. */
    public void listen(String channel) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
    }

    /**
     * Waits for a notification, the end of the time or the end of the wish to wait, which is asked for each tenth of a
     * second.
     *
     * @return whether there was a notification
     */
    public boolean await(Duration time, BooleanSupplier wish) throws SQLException {
        return !hear(time, wish).isEmpty();
    }

    /**
     * What was sent to a channel.
     *
     * @param channel name of the channel
     * @param payload what was sent, may be empty
     */
    public record Notice(String channel, String payload) {}

    /** As {@link #await}, and tells what was heard; nothing when the wait ended otherwise. */
    public List<Notice> hear(Duration time, BooleanSupplier wish) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        var postgres = connection.unwrap(PGConnection.class);
        while (wish.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            var notifications = postgres.getNotifications((int) Math.min(left, SLICE_MILLIS));
            if (notifications != null && notifications.length > 0) {
                return Stream.of(notifications)
                        .map(heard -> new Notice(heard.getName(), heard.getParameter()))
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * Asks the server for an answer.
     *
     * @throws SQLException when the connection is broken
     */
    public void check() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
