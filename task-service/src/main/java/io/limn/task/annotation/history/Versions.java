package io.limn.task.annotation.history;

import java.sql.Connection;
import java.sql.SQLException;

/** Compares the versions of the objects of a job. */
final class Versions {
    private static final String PLACE = " WHERE task_id = ? AND job_id = ? AND ";
    private static final String DIFFERENCE = "WITH came AS (SELECT id FROM annotation" + PLACE
            + "since > ? AND since <= ? UNION ALL SELECT id FROM annotation_past" + PLACE
            + "since > ? AND since <= ? AND until > ?), went AS (SELECT id FROM annotation_past" + PLACE
            + "since <= ? AND until > ? AND until <= ?)"
            + " SELECT coalesce(c.id, w.id), c.id IS NOT NULL, w.id IS NOT NULL"
            + " FROM came c FULL JOIN went w ON w.id = c.id ORDER BY 1 LIMIT ?";

    private final Connection connection;
    private final long task;
    private final long job;

    Versions(Connection connection, long task, long job) {
        this.connection = connection;
        this.task = task;
        this.job = job;
    }

    /** What makes a revision differ from another, whichever is older. */
    Difference between(long from, long to) throws SQLException {
        return from <= to
                ? between(from, to, Integer.MAX_VALUE)
                : between(to, from, Integer.MAX_VALUE).reversed();
    }

    /** What a revision touched, the first ids only. */
    Difference of(long number, int most) throws SQLException {
        return between(number - 1, number, most);
    }

    private Difference between(long older, long newer, int most) throws SQLException {
        var difference = Difference.between(older, newer);
        try (var statement = connection.prepareStatement(DIFFERENCE)) {
            int position = 0;
            long[] values = {
                task, job, older, newer, task, job, older, newer, newer, task, job, older, older, newer, most
            };
            for (long value : values) {
                position++;
                statement.setLong(position, value);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    boolean came = row.getBoolean(2);
                    boolean went = row.getBoolean(3);
                    var ids = came && went ? difference.updated() : came ? difference.created() : difference.deleted();
                    ids.add(row.getLong(1));
                }
            }
        }
        return difference;
    }
}
