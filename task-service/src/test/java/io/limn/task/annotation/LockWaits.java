package io.limn.task.annotation;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts, every few milliseconds, the sessions of the database that wait for a lock of another. */
final class LockWaits {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";

    private final AtomicLong seen = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    LockWaits(DataSource database) {
        clock.scheduleAtFixedRate(() -> look(database), 0, 5, TimeUnit.MILLISECONDS);
    }

    private void look(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            row.next();
            seen.addAndGet(row.getLong(1));
        } catch (SQLException fault) {
            throw new IllegalStateException("Waits could not be counted", fault);
        }
    }

    /** Stops; how many waits were seen. */
    long end() throws InterruptedException, ExecutionException {
        clock.submit(() -> {}).get();
        clock.shutdownNow();
        return seen.get();
    }
}
