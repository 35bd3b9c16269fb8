package io.limn.task.annotation.history;

import io.limn.common.api.Timestamps;
import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;

/** Writes down what was done to a job, and tells others of it. */
@ApplicationScoped
public class RevisionWriter {
    private final Outbox outbox;

    RevisionWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A number for what is done to several jobs at once. */
    public static long newChangeSet(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT nextval('annotation_change_set')");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Writes a revision, in the transaction that holds the head of the job.
     *
     * @param number the one that follows that of the head
     */
    public void write(Connection connection, long task, long job, long number, Author author, Counts counts)
            throws SQLException {
        var sql = "WITH head AS (UPDATE annotation_head SET revision = ? WHERE job_id = ?)"
                + " INSERT INTO annotation_revision"
                + " (job_id, revision, task_id, user_id, kind, created, updated, deleted, saved_at, change_set)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, nextval('annotation_change_set')))";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.setLong(2, job);
            statement.setLong(3, job);
            statement.setLong(4, number);
            statement.setLong(5, task);
            statement.setObject(6, author.user(), Types.BIGINT);
            statement.setString(7, author.kind().wireName());
            statement.setInt(8, counts.created());
            statement.setInt(9, counts.updated());
            statement.setInt(10, counts.deleted());
            statement.setObject(11, Timestamps.now().atOffset(ZoneOffset.UTC));
            statement.setObject(12, author.changeSet(), Types.BIGINT);
            statement.executeUpdate();
        }
        announce(task, job, number, counts);
    }

    private void announce(long task, long job, long number, Counts counts) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("task_id", task);
        facts.put("job_id", job);
        facts.put("revision", number);
        facts.put("created", counts.created());
        facts.put("updated", counts.updated());
        facts.put("deleted", counts.deleted());
        outbox.add("limn.task", String.valueOf(task), "annotations.saved", facts);
    }
}
