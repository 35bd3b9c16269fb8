package io.limn.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL itself takes for the rows of a job, step by step: they are copied out, into a table without keys, into
 * one with the same keys and indexes, and from there to a past like that of annotations.
 */
final class PlainCopy {
    private static final String COLUMNS =
            "task_id, job_id, id, kind, frame, label_id, group_id, source, type, occluded,"
                    + " outside, z_order, rotation, points, attributes, parts, since";
    private static final String[] TABLES = {
        "DROP TABLE IF EXISTS plain_bare, plain_copy, plain_past",
        "CREATE TABLE plain_bare (LIKE annotation)",
        "CREATE TABLE plain_copy (LIKE annotation, PRIMARY KEY (task_id, job_id, id))",
        "CREATE INDEX plain_copy_label ON plain_copy (label_id, task_id)",
        "CREATE TABLE plain_past (LIKE annotation_past)",
        "CREATE INDEX plain_past_until ON plain_past (task_id, job_id, until)"
    };

    private final Connection database;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private PlainCopy(Connection database) {
        this.database = database;
    }

    /** A step that is timed. */
    private interface Step {
        void run() throws SQLException, IOException;
    }

    /** Seconds of each step for the rows of a job, by name. */
    static Map<String, Double> measure(Connection database, long job) {
        try {
            var copy = new PlainCopy(database);
            copy.run(job);
            return copy.seconds;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The plain copy failed", e);
        }
    }

    private void run(long job) throws SQLException, IOException {
        for (String table : TABLES) {
            execute(table);
        }
        var copies = database.unwrap(PGConnection.class).getCopyAPI();
        var rows = new ByteArrayOutputStream();
        timed(
                "read",
                () -> copies.copyOut(
                        "COPY (SELECT " + COLUMNS + " FROM annotation WHERE job_id = " + job
                                + " ORDER BY frame, id) TO STDOUT (FORMAT binary)",
                        rows));
        var bytes = rows.toByteArray();
        timed("write without keys", () -> copies.copyIn(into("plain_bare"), new ByteArrayInputStream(bytes)));
        database.setAutoCommit(false);
        timed("write", () -> copies.copyIn(into("plain_copy"), new ByteArrayInputStream(bytes)));
        timed("commit", database::commit);
        database.setAutoCommit(true);
        timed("move to the past", () -> {
            execute("INSERT INTO plain_past SELECT p.*, 2 FROM (SELECT " + COLUMNS + " FROM plain_copy) p");
            execute("DELETE FROM plain_copy");
        });
    }

    private static String into(String table) {
        return "COPY " + table + " (" + COLUMNS + ") FROM STDIN (FORMAT binary)";
    }

    private void timed(String name, Step step) throws SQLException, IOException {
        long begin = System.nanoTime();
        step.run();
        seconds.put(name, (System.nanoTime() - begin) / 1e9);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
