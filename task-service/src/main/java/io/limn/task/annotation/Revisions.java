package io.limn.task.annotation;

import io.limn.common.api.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** The numbered saves of jobs. Taking the next number makes saves of one job wait for each other, of others not. */
final class Revisions {
    private final Connection connection;
    private final long task;
    private final long job;

    Revisions(Connection connection, long task, long job) {
        this.connection = connection;
        this.task = task;
        this.job = job;
    }

    /** Takes the next number of the job; it is held until the transaction ends. */
    long next() throws SQLException {
        var sql = "INSERT INTO annotation_head (job_id, task_id, revision) VALUES (?, ?, 1)"
                + " ON CONFLICT (job_id) DO UPDATE SET revision = annotation_head.revision + 1 RETURNING revision";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, task);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Holds the numbers of all jobs of a task that were ever saved until the transaction ends. */
    static void lockAll(Connection connection, long task) throws SQLException {
        var sql = "SELECT job_id FROM annotation_head WHERE task_id = ? ORDER BY job_id FOR UPDATE";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.execute();
        }
    }

    /** The number of the last save, 0 when there was none. */
    long current() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT revision FROM annotation_head WHERE job_id = ?")) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Whether the job had an object with this id and lost it. */
    boolean onceHad(long id) throws SQLException {
        var sql = "SELECT 1 FROM annotation_revision WHERE job_id = ? AND ? = ANY(removed) LIMIT 1";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, id);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Writes down what a save did. */
    void record(long number, Act act, long user, Revision revision) throws SQLException {
        record(number, act.name().toLowerCase(java.util.Locale.ROOT), user, revision);
    }

    /** Writes down what something other than a save did. */
    void record(long number, String kind, long user, Revision revision) throws SQLException {
        var sql = "INSERT INTO annotation_revision"
                + " (job_id, revision, task_id, user_id, kind, created, updated, deleted, removed, saved_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, number);
            statement.setLong(3, task);
            statement.setLong(4, user);
            statement.setString(5, kind);
            statement.setInt(6, revision.created());
            statement.setInt(7, revision.updated());
            statement.setInt(8, revision.removed().size());
            statement.setArray(
                    9, connection.createArrayOf("bigint", revision.removed().toArray()));
            statement.setObject(10, Timestamps.now().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
