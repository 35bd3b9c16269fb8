package io.limn.task.access;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Who may do what with tasks. */
@ApplicationScoped
public class TaskAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/tasks.csv");
    private static final Visibility VISIBILITY = Visibility.byRow(
            TABLE,
            "view",
            "t.id",
            "t.organization_id",
            Map.of(
                    "owner", user -> Way.of("t.owner_id = ?", user),
                    "assignee", user -> Way.of("t.assignee_id = ?", user),
                    "project:owner", user -> ofProject("owner_id", user),
                    "project:assignee", user -> ofProject("assignee_id", user)));
    private static final String FACTS = """
            SELECT t.id, t.project_id, t.organization_id, t.owner_id, t.assignee_id, p.owner_id AS project_owner_id,
                   p.assignee_id AS project_assignee_id, t.data_id, t.size, t.mode, t.dimension, t.validation_mode
            FROM task t LEFT JOIN project p ON p.id = t.project_id
            WHERE t.id = ? AND t.deleted_at IS NULL
            """;

    /** That the task of {@code job j} is not deleted: to look at the few that are is quicker than at all others. */
    public static final Sql LIVE_JOB =
            Sql.of("NOT EXISTS (SELECT 1 FROM task d WHERE d.id = j.task_id AND d.deleted_at IS NOT NULL)");

    private final Database database;
    private final Caller caller;

    TaskAccess(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** The way to {@code task t} by a project to which a user has the relation of a column. */
    public static Way ofProject(String column, long user) {
        var his = Sql.of("p1.deleted_at IS NULL AND p1." + column + " = ?", user);
        return Way.through(new Way.Above("project p1", "p1.id", "t.project_id", his));
    }

    /**
     * A task that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    public TaskScope require(long taskId, String scope) {
        var task = find(taskId).orElseThrow(() -> ApiException.notFound("Task"));
        if (!allows(task, scope)) {
            throw ApiException.forbidden();
        }
        return task;
    }

    /** A task, whoever asks. */
    public Optional<TaskScope> find(long taskId) {
        return database.one(Sql.of(FACTS, taskId), TaskAccess::read);
    }

    private static TaskScope read(ResultSet row) throws SQLException {
        return new TaskScope(
                row.getLong("id"),
                Columns.id(row, "project_id"),
                Columns.id(row, "organization_id"),
                Columns.id(row, "owner_id"),
                Columns.id(row, "assignee_id"),
                Columns.id(row, "project_owner_id"),
                Columns.id(row, "project_assignee_id"),
                Columns.id(row, "data_id"),
                row.getInt("size"),
                row.getString("mode"),
                row.getString("dimension"),
                row.getString("validation_mode"));
    }

    /** Whether the caller may do something with a task. */
    public boolean allows(TaskScope task, String scope) {
        var principal = caller.principal();
        var held = Held.by(principal.id())
                .as("owner", task.ownerId())
                .as("assignee", task.assigneeId())
                .as("project:owner", task.projectOwnerId())
                .as("project:assignee", task.projectAssigneeId());
        return TABLE.allows(scope, principal, task.organizationId(), held.relations());
    }

    /**
     * The organization in which the caller creates a task, {@code null} for a personal one.
     *
     * @param project its project, {@code null} without one
     * @throws ApiException 403 when he may not
     */
    public Long requireCreate(ProjectScope project) {
        if (project == null) {
            return Contexts.requireCreate(caller, TABLE, "create");
        }
        var principal = caller.principal();
        var organization = caller.organization().organization();
        var held = Held.by(principal.id())
                .as("project:owner", project.ownerId())
                .as("project:assignee", project.assigneeId());
        boolean elsewhere = organization != null && !organization.equals(project.organizationId());
        if (!principal.isAdmin() && elsewhere
                || !TABLE.allows("create@project", principal, organization, held.relations())) {
            throw ApiException.forbidden();
        }
        return organization;
    }

    /** Whether the caller may create one in an organization, {@code null} for his personal workspace. */
    public boolean allowsCreate(Long organization) {
        return TABLE.allows("create", caller.principal(), organization, java.util.Set.of());
    }

    /**
     * The condition on {@code task t} for lists.
     *
     * @throws ApiException 403 when the caller is no member of the organization that he names
     */
    public Visible visible() {
        return Contexts.ways(caller, TABLE, VISIBILITY).and(Sql.of("t.deleted_at IS NULL"));
    }
}
