package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Looks once more, when saves of the job wait for this one, whether the labels of what is saved are still those of the
 * task: it may have been moved into a project, or a label deleted, after the request was checked.
 */
final class LabelsInForce {
    private static final String IN_FORCE = """
            SELECT count(*) FROM label l JOIN task t ON t.id = ?
            WHERE l.id = ANY (?) AND (l.project_id = t.project_id OR t.project_id IS NULL AND l.task_id = t.id)""";

    private LabelsInForce() {}

    /**
     * Refuses annotations with labels that the task no longer has.
     *
     * @throws ApiException 409
     */
    static void require(Connection connection, long task, LabeledData data) throws SQLException {
        var used = data.labels();
        if (used.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(IN_FORCE)) {
            statement.setLong(1, task);
            statement.setArray(2, connection.createArrayOf("bigint", used.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) < used.size()) {
                    throw changed();
                }
            }
        }
    }

    /** The refusal. */
    static ApiException changed() {
        return ApiException.detail(409, "The labels of the task have changed. Please load them again.");
    }
}
