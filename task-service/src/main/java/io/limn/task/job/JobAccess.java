package io.limn.task.job;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.access.Held;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Who may do what with jobs. */
@ApplicationScoped
public class JobAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/jobs.csv");
    private static final Visibility VISIBILITY = Visibility.byRow(
            TABLE,
            "view",
            "j.id",
            "t.organization_id",
            Map.of(
                    "assignee", user -> Way.of("j.assignee_id = ?", user),
                    "task:owner", user -> Way.of("t.owner_id = ?", user),
                    "task:assignee", user -> Way.of("t.assignee_id = ?", user),
                    "project:owner", user -> TaskAccess.ofProject("owner_id", user),
                    "project:assignee", user -> TaskAccess.ofProject("assignee_id", user)));
    private static final String FACTS = """
            SELECT j.id, j.task_id, j.type, j.segment_id, j.assignee_id, s.start_frame, s.stop_frame,
                   t.project_id, t.organization_id, t.size, t.owner_id, t.assignee_id AS task_assignee_id,
                   p.owner_id AS project_owner_id, p.assignee_id AS project_assignee_id
            FROM job j JOIN segment s ON s.id = j.segment_id JOIN task t ON t.id = j.task_id
                LEFT JOIN project p ON p.id = t.project_id
            WHERE j.id = ? AND t.deleted_at IS NULL
            """;

    private final Database database;
    private final Caller caller;

    JobAccess(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A job with those who hold a relation to it. */
    private record Found(JobScope job, Long taskOwner, Long taskAssignee, Long projectOwner, Long projectAssignee) {}

    /**
     * A job that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    public JobScope require(long jobId, String scope) {
        var found = look(jobId).orElseThrow(() -> ApiException.notFound("Job"));
        if (!allows(found, scope)) {
            throw ApiException.forbidden();
        }
        return found.job();
    }

    /**
     * Demands that the caller may add a job to a task.
     *
     * @throws ApiException 403 when he may not
     */
    public void requireCreate(TaskScope task) {
        var principal = caller.principal();
        var held = Held.by(principal.id())
                .as("task:owner", task.ownerId())
                .as("task:assignee", task.assigneeId())
                .as("project:owner", task.projectOwnerId())
                .as("project:assignee", task.projectAssigneeId());
        if (!TABLE.allows("create", principal, task.organizationId(), held.relations())) {
            throw ApiException.forbidden();
        }
    }

    /** A job, whoever asks. */
    public Optional<JobScope> find(long jobId) {
        return look(jobId).map(Found::job);
    }

    private Optional<Found> look(long jobId) {
        return database.one(
                Sql.of(FACTS, jobId),
                row -> new Found(
                        read(row),
                        Columns.id(row, "owner_id"),
                        Columns.id(row, "task_assignee_id"),
                        Columns.id(row, "project_owner_id"),
                        Columns.id(row, "project_assignee_id")));
    }

    private static JobScope read(ResultSet row) throws SQLException {
        return new JobScope(
                row.getLong("id"),
                row.getLong("task_id"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                row.getString("type"),
                row.getLong("segment_id"),
                row.getInt("start_frame"),
                row.getInt("stop_frame"),
                row.getInt("size") > 0,
                Columns.id(row, "assignee_id"));
    }

    private boolean allows(Found found, String scope) {
        var principal = caller.principal();
        var held = Held.by(principal.id())
                .as("assignee", found.job().assigneeId())
                .as("task:owner", found.taskOwner())
                .as("task:assignee", found.taskAssignee())
                .as("project:owner", found.projectOwner())
                .as("project:assignee", found.projectAssignee());
        return TABLE.allows(scope, principal, found.job().organizationId(), held.relations());
    }

    /**
     * The condition on {@code job j} joined with {@code task t} for lists.
     *
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    public Visible visible() {
        return Contexts.ways(caller, TABLE, VISIBILITY).and(TaskAccess.LIVE_JOB);
    }
}
