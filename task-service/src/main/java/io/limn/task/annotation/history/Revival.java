package io.limn.task.annotation.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Brings versions of objects back from the past. Those whose label is gone stay there. */
final class Revival {
    private static final String INTO = "INSERT INTO annotation (task_id, job_id, id, " + Past.CONTENT
            + ", since) SELECT task_id, job_id, id, " + Past.CONTENT + ", ? FROM annotation_past p WHERE ";
    private static final String AS_OF = "task_id = ? AND job_id = ? AND since <= ? AND until > ?";
    private static final String BEFORE = "task_id = ? AND job_id = ? AND until = ?";
    private static final String UNTOUCHED = " AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task_id = p.task_id"
            + " AND a.job_id = p.job_id AND a.id = p.id) AND NOT EXISTS (SELECT 1 FROM annotation_past l"
            + " WHERE l.task_id = p.task_id AND l.job_id = p.job_id AND l.id = p.id AND l.until > p.until"
            + " AND l.until < ?)";

    private final Connection connection;
    private final long task;
    private final long job;
    private final Collection<Long> labels;

    /**
     * For one job.
     *
     * @param labels the labels that there are
     */
    Revival(Connection connection, long task, long job, Collection<Long> labels) {
        this.connection = connection;
        this.task = task;
        this.job = job;
        this.labels = labels;
    }

    /**
     * Brings back what held as of a revision and holds no more.
     *
     * @param number the revision that brings it back
     */
    List<LeftOut> asOf(long revision, long number) throws SQLException {
        try (var statement = connection.prepareStatement(INTO + AS_OF + " AND label_id = ANY(?)")) {
            statement.setLong(1, number);
            bind(statement, 2, task, job, revision, revision);
            statement.setArray(6, labels());
            statement.executeUpdate();
        }
        return leftOut(AS_OF, task, job, revision, revision);
    }

    /** Brings back what a revision took away, unless the object was touched again since. */
    List<LeftOut> before(long revision, long number) throws SQLException {
        try (var statement = connection.prepareStatement(INTO + BEFORE + " AND label_id = ANY(?)" + UNTOUCHED)) {
            statement.setLong(1, number);
            bind(statement, 2, task, job, revision);
            statement.setArray(5, labels());
            statement.setLong(6, number);
            statement.executeUpdate();
        }
        return leftOut(BEFORE, task, job, revision);
    }

    private List<LeftOut> leftOut(String condition, long... values) throws SQLException {
        var sql = "SELECT id, kind, frame, label_id FROM annotation_past WHERE " + condition
                + " AND label_id <> ALL(?) ORDER BY id";
        var left = new ArrayList<LeftOut>();
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            statement.setArray(values.length + 1, labels());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var kind = List.of("tag", "shape", "track").get(row.getInt(2));
                    left.add(new LeftOut(row.getLong(1), job, kind, row.getInt(3), row.getLong(4)));
                }
            }
        }
        return left;
    }

    private java.sql.Array labels() throws SQLException {
        return connection.createArrayOf("bigint", labels.toArray());
    }

    private static void bind(PreparedStatement statement, int first, long... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setLong(first + i, values[i]);
        }
    }
}
