package io.limn.task.annotation.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The number of the last revision of a job. Holding it makes saves of one job wait for each other, of others not.
 *
 * @param revision 0 when the job was never saved
 * @param oldest   the oldest revision that can still be read
 */
public record Head(long revision, long oldest) {
    private static final Head NONE = new Head(0, 0);

    /** Holds the head of a job until the transaction ends. */
    public static Head lock(Connection connection, long task, long job) throws SQLException {
        var held = read(connection, "SELECT revision, oldest FROM annotation_head WHERE job_id = ? FOR UPDATE", job);
        if (held != null) {
            return held;
        }
        var create = "INSERT INTO annotation_head (job_id, task_id, revision) VALUES (?, ?, 0)"
                + " ON CONFLICT (job_id) DO UPDATE SET task_id = excluded.task_id RETURNING revision, oldest";
        try (var statement = connection.prepareStatement(create)) {
            statement.setLong(1, job);
            statement.setLong(2, task);
            return read(statement);
        }
    }

    /** Holds the heads of all jobs of a task that were ever saved until the transaction ends. */
    public static void lockAll(Connection connection, long task) throws SQLException {
        var sql = "SELECT job_id FROM annotation_head WHERE task_id = ? ORDER BY job_id FOR UPDATE";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.execute();
        }
    }

    /** The head of a job as it is now. */
    public static Head of(Connection connection, long job) throws SQLException {
        var found = read(connection, "SELECT revision, oldest FROM annotation_head WHERE job_id = ?", job);
        return found == null ? NONE : found;
    }

    private static Head read(Connection connection, String sql, long job) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            return read(statement);
        }
    }

    private static Head read(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getLong(2)) : null;
        }
    }

    /** Whether a revision can be read. */
    public boolean reaches(long number) {
        return number >= oldest && number <= revision;
    }
}
