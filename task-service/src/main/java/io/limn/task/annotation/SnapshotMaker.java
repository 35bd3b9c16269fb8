package io.limn.task.annotation;

import io.limn.common.work.Lease;
import io.limn.common.work.Worker;
import io.limn.task.annotation.history.Head;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;

/** Makes snapshots of large jobs. */
@ApplicationScoped
class SnapshotMaker implements Worker {
    static final String KIND = "annotation.snapshot";

    private static final int LONGEST_SECONDS = 600;
    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final AnnotationRules rules;
    private final AnnotationStream stream;

    SnapshotMaker(DataSource database, AnnotationRules rules, AnnotationStream stream) {
        this.database = database;
        this.rules = rules;
        this.stream = stream;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) {
        long task = lease.payload().path("task_id").asLong();
        long job = lease.payload().path("job_id").asLong();
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            try (var connection = database.getConnection()) {
                make(connection, task, job);
            } catch (SQLException | IOException fault) {
                throw new IllegalStateException("A snapshot could not be made", fault);
            }
        });
    }

    /**
     * Makes the one of the last revision, unless it is there. Readers may still be at the one before, so that one goes
     * only after a while.
     */
    private void make(Connection connection, long task, long job) throws SQLException, IOException {
        long revision = Head.of(connection, job).revision();
        if (isMade(connection, job, revision)) {
            return;
        }
        try (var parts = new SnapshotParts(connection, task, job, revision);
                var gzip = new Quick(parts)) {
            stream.write(rules.of(task), reading -> AnnotationRows.asOf(reading, task, job, revision)::each, gzip);
        }
        update(
                connection,
                "DELETE FROM annotation_snapshot WHERE job_id = ? AND revision < ? AND made_at < now() - interval '5 minutes'",
                job,
                revision);
    }

    private static boolean isMade(Connection connection, long job, long revision) throws SQLException {
        var sql = "SELECT 1 FROM annotation_snapshot WHERE job_id = ? AND revision = ? AND part = 0";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, revision);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void update(Connection connection, String sql, long job, long revision) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, revision);
            statement.executeUpdate();
        }
    }

    /** Compresses at the pace of the reading. */
    private static final class Quick extends GZIPOutputStream {
        Quick(SnapshotParts parts) throws IOException {
            super(parts, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
