package io.limn.task.annotation.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which ids a job once had: an id comes back only where it was. */
public final class Ownership {
    private Ownership() {}

    /** Those of some ids that the job once had and lost. */
    public static Set<Long> onceHad(Connection connection, long task, long job, Collection<Long> ids)
            throws SQLException {
        var found = new HashSet<Long>();
        if (ids.isEmpty()) {
            return found;
        }
        // The second part answers for removals before versions were kept.
        var sql = "SELECT id FROM annotation_past WHERE task_id = ? AND job_id = ? AND id = ANY(?)"
                + " UNION SELECT named.id FROM annotation_revision r JOIN unnest(?) named (id) ON named.id = ANY(r.removed)"
                + " WHERE r.job_id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            var named = connection.createArrayOf("bigint", ids.toArray());
            statement.setLong(1, task);
            statement.setLong(2, job);
            statement.setArray(3, named);
            statement.setArray(4, named);
            statement.setLong(5, job);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }
}
