package io.limn.task.annotation.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Takes objects of a job away: they go to the past, where former revisions find them. */
public final class Past {
    /** What a version of an object consists of, apart from where and when it holds. */
    public static final String CONTENT = "kind, frame, label_id, group_id, source, type, occluded, outside, z_order,"
            + " rotation, points, attributes, parts";

    private static final String WITHOUT_DATES = "task_id, job_id, id, " + CONTENT;

    private final Connection connection;
    private final long task;
    private final long job;

    /** In a transaction that holds the head of the job. */
    public Past(Connection connection, long task, long job) {
        this.connection = connection;
        this.task = task;
        this.job = job;
    }

    /**
     * Takes objects away by their ids.
     *
     * @param until the revision that does
     * @return how many were there
     */
    public int remove(Collection<Long> ids, long until) throws SQLException {
        return ids.isEmpty() ? 0 : remove("id = ANY(?)", "bigint", ids.toArray(), until);
    }

    /** Takes all objects away; in two statements, since one would hold them all in between. */
    public int removeAll(long until) throws SQLException {
        var copy = "INSERT INTO annotation_past (" + WITHOUT_DATES + ", since, until) SELECT " + WITHOUT_DATES
                + ", since, ? FROM annotation WHERE task_id = ? AND job_id = ?";
        try (var statement = connection.prepareStatement(copy)) {
            statement.setLong(1, until);
            statement.setLong(2, task);
            statement.setLong(3, job);
            if (statement.executeUpdate() == 0) {
                return 0;
            }
        }
        try (var statement = connection.prepareStatement("DELETE FROM annotation WHERE task_id = ? AND job_id = ?")) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            return statement.executeUpdate();
        }
    }

    /** Takes the objects of some labels away. */
    public int removeLabels(Collection<Long> labels, long until) throws SQLException {
        return remove("label_id = ANY(?)", "bigint", labels.toArray(), until);
    }

    /** How many objects the job has now. */
    public int count() throws SQLException {
        var sql = "SELECT count(*) FROM annotation WHERE task_id = ? AND job_id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Takes tags and shapes on some frames away. */
    public int removeFrames(Collection<Integer> frames, long until) throws SQLException {
        return remove("kind <> 2 AND frame = ANY(?)", "integer", frames.toArray(), until);
    }

    /** Takes the objects away whose versions hold since after a revision. */
    int removeSince(long revision, long until) throws SQLException {
        return remove("since > " + revision, null, null, until);
    }

    /** Takes the objects away whose versions hold since just a revision. */
    int removeOf(long revision, long until) throws SQLException {
        return remove("since = " + revision, null, null, until);
    }

    private int remove(String condition, String type, Object[] values, long until) throws SQLException {
        var sql = "WITH gone AS (DELETE FROM annotation WHERE task_id = ? AND job_id = ? AND " + condition
                + " RETURNING *) INSERT INTO annotation_past (" + WITHOUT_DATES + ", since, until) SELECT "
                + WITHOUT_DATES + ", since, ? FROM gone";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            if (type != null) {
                statement.setArray(3, connection.createArrayOf(type, values));
            }
            statement.setLong(type == null ? 3 : 4, until);
            return statement.executeUpdate();
        }
    }
}
