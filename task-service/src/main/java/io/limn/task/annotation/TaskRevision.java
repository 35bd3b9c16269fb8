package io.limn.task.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The revisions of the jobs of a task at one moment.
 *
 * @param jobs by job; those that were never saved are missing
 */
record TaskRevision(Map<Long, Long> jobs) {
    static TaskRevision of(DataSource database, TaskJobs jobs) {
        try (var connection = database.getConnection()) {
            return of(connection, jobs);
        } catch (SQLException fault) {
            throw new IllegalStateException("The revisions of a task could not be read", fault);
        }
    }

    static TaskRevision of(Connection connection, TaskJobs jobs) throws SQLException {
        var found = new HashMap<Long, Long>();
        var sql = "SELECT job_id, revision FROM annotation_head WHERE task_id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, jobs.task());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    if (jobs.indexOf(row.getLong(1)) >= 0) {
                        found.put(row.getLong(1), row.getLong(2));
                    }
                }
            }
        }
        return new TaskRevision(found);
    }

    /** Grows with each save of each job. */
    long number() {
        return jobs.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(long job) {
        return jobs.getOrDefault(job, 0L);
    }
}
