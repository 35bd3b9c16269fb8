package io.limn.task.issue;

import io.limn.common.api.query.Sql;
import io.limn.task.access.Held;
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

    /**
     * The queries of the ids to which a user holds these relations.
     *
     * @param id    the selected column
     * @param below joins from {@code job j1} to its table
     */
    static Map<String, LongFunction<Sql>> relations(String id, String below) {
        var job = "SELECT " + id + " FROM job j1 " + below + " WHERE j1.assignee_id = ?";
        var task = "SELECT " + id + " FROM task t1 JOIN job j1 ON j1.task_id = t1.id " + below + " WHERE ";
        var project = "SELECT " + id + " FROM project p1 JOIN task t1 ON t1.project_id = p1.id"
                + " JOIN job j1 ON j1.task_id = t1.id " + below + " WHERE ";
        var relations = new HashMap<String, LongFunction<Sql>>();
        relations.put("job:assignee", user -> Sql.of(job, user));
        relations.put("task:owner", user -> Sql.of(task + "t1.owner_id = ?", user));
        relations.put("task:assignee", user -> Sql.of(task + "t1.assignee_id = ?", user));
        relations.put("project:owner", user -> Sql.of(project + "p1.owner_id = ?", user));
        relations.put("project:assignee", user -> Sql.of(project + "p1.assignee_id = ?", user));
        return relations;
    }
}
