package io.limn.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL itself takes for the rows of a job: they are copied out, and back into a table with the same keys and
 * indexes.
 */
final class PlainCopy {
    private static final String COLUMNS =
            "task_id, job_id, id, kind, frame, label_id, group_id, source, type, occluded,"
                    + " outside, z_order, rotation, points, attributes, parts, since";

    private PlainCopy() {}

    /** Seconds for writing and for reading the rows of a job. */
    static Map<String, Double> measure(Connection database, long job) {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS plain_copy (LIKE annotation, PRIMARY KEY (task_id, job_id, id))");
            statement.execute("CREATE INDEX IF NOT EXISTS plain_copy_label ON plain_copy (label_id, task_id)");
            statement.execute("TRUNCATE plain_copy");
            var copies = database.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            long begin = System.nanoTime();
            copies.copyOut(
                    "COPY (SELECT " + COLUMNS + " FROM annotation WHERE job_id = " + job
                            + " ORDER BY frame, id) TO STDOUT (FORMAT binary)",
                    rows);
            long read = System.nanoTime();
            copies.copyIn(
                    "COPY plain_copy (" + COLUMNS + ") FROM STDIN (FORMAT binary)",
                    new ByteArrayInputStream(rows.toByteArray()));
            long written = System.nanoTime();
            return Map.of("write", (written - read) / 1e9, "read", (read - begin) / 1e9);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The plain copy failed", e);
        }
    }
}
