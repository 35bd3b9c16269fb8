package io.limn.task.issue;

import io.limn.common.api.query.Way;
import io.limn.task.access.Held;
import io.limn.task.access.TaskAccess;
import io.limn.task.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * A job below which people talk, and who answers for it.
 *
 * @param jobId           the job
 * @param taskId          its task
 * @param projectId       project of the task, {@code null} without one
 * @param organizationId  organization of the task, {@code null} for a personal one
 * @param assignee        who annotates the job
 * @param taskOwner       owner of its task
 * @param taskAssignee    assignee of its task
 * @param projectOwner    owner of the project
 * @param projectAssignee assignee of the project
 */
record JobStaff(
        long jobId,
        long taskId,
        Long projectId,
        Long organizationId,
        Long assignee,
        Long taskOwner,
        Long taskAssignee,
        Long projectOwner,
        Long projectAssignee) {

    /** What is read of {@code job j} after {@link #JOINS}. */
    static final String COLUMNS =
            "j.id AS job_id, j.task_id, t.project_id, t.organization_id, j.assignee_id AS job_assignee,"
                    + " t.owner_id AS task_owner, t.assignee_id AS task_assignee,"
                    + " p.owner_id AS project_owner, p.assignee_id AS project_assignee";

    /** Joins what is above {@code job j}. */
    static final String JOINS = " JOIN task t ON t.id = j.task_id LEFT JOIN project p ON p.id = t.project_id ";

    static JobStaff read(ResultSet row) throws SQLException {
        return new JobStaff(
                row.getLong("job_id"),
                row.getLong("task_id"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                Columns.id(row, "job_assignee"),
                Columns.id(row, "task_owner"),
                Columns.id(row, "task_assignee"),
                Columns.id(row, "project_owner"),
                Columns.id(row, "project_assignee"));
    }

    /** The relations that a user holds to the job. */
    Held heldBy(long user) {
        return Held.by(user)
                .as("job:assignee", assignee)
                .as("task:owner", taskOwner)
                .as("task:assignee", taskAssignee)
                .as("project:owner", projectOwner)
                .as("project:assignee", projectAssignee);
    }

    /** The conditions on {@code job j} and {@code task t} under which a user holds these relations. */
    static Map<String, LongFunction<Way>> relations() {
        var relations = new HashMap<String, LongFunction<Way>>();
        relations.put("job:assignee", user -> Way.of("j.assignee_id = ?", user));
        relations.put("task:owner", user -> Way.of("t.owner_id = ?", user));
        relations.put("task:assignee", user -> Way.of("t.assignee_id = ?", user));
        relations.put("project:owner", user -> TaskAccess.ofProject("owner_id", user));
        relations.put("project:assignee", user -> TaskAccess.ofProject("assignee_id", user));
        return relations;
    }
}
