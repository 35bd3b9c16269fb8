package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.task.access.Contexts;
import io.limn.task.access.Held;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.TaskAccess;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who may do what with guides and their assets. */
@ApplicationScoped
class GuideAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/annotationguides.csv");
    private static final String STAFF_OF_TASK = "SELECT 1 FROM job WHERE task_id = ? AND assignee_id = ?";
    private static final String STAFF_OF_PROJECT = """
            SELECT 1 FROM task t WHERE t.project_id = ? AND t.deleted_at IS NULL
                AND (t.owner_id = ? OR t.assignee_id = ?
                     OR EXISTS (SELECT 1 FROM job j WHERE j.task_id = t.id AND j.assignee_id = ?))
            LIMIT 1
            """;

    private final Database database;
    private final ProjectAccess projects;
    private final TaskAccess tasks;
    private final Caller caller;

    GuideAccess(Database database, ProjectAccess projects, TaskAccess tasks, Caller caller) {
        this.database = database;
        this.projects = projects;
        this.tasks = tasks;
        this.caller = caller;
    }

    /**
     * A guide that the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    Guide require(long id, String scope) {
        var guide = find(id).orElseThrow(() -> ApiException.notFound("AnnotationGuide"));
        if (!allows(guide, scope)) {
            throw ApiException.forbidden();
        }
        return guide;
    }

    /** Whether the caller may do something with a guide; a public one can be read by everybody who is signed in. */
    boolean allows(Guide guide, String scope) {
        var principal = caller.principal();
        var target = guide.target();
        return guide.isPublic() && scope.equals("view")
                || TABLE.allows(
                        scope, principal, target.organizationId(), held(target).relations());
    }

    /** A guide, whoever asks; none of what is deleted. */
    Optional<Guide> find(long id) {
        record Row(Long project, Long task, boolean isPublic) {}
        var query = Sql.of("SELECT project_id, task_id, is_public FROM annotation_guide WHERE id = ?", id);
        return database.one(
                        query,
                        row -> new Row(
                                Columns.id(row, "project_id"), Columns.id(row, "task_id"), row.getBoolean("is_public")))
                .flatMap(row -> target(row.project(), row.task()).map(target -> new Guide(id, target, row.isPublic())));
    }

    private Optional<Target> target(Long project, Long task) {
        return project == null
                ? tasks.find(task).map(it -> new Target(null, task, it.organizationId(), it.ownerId(), it.assigneeId()))
                : projects.find(project)
                        .map(it -> new Target(project, null, it.organizationId(), it.ownerId(), it.assigneeId()));
    }

    /**
     * What the caller makes a guide for; exactly one id is given.
     *
     * @throws ApiException 400 when there is no such thing, 403 when he may not
     */
    Target requireTarget(Long project, Long task) {
        var target = target(project, task)
                .orElseThrow(() ->
                        ApiException.rule((project == null ? "Task" : "Project") + " matching query does not exist."));
        Contexts.requireCreateBelow(
                caller, TABLE, "create", target.organizationId(), held(target).relations());
        return target;
    }

    private Held held(Target target) {
        long user = caller.principal().id();
        var held = Held.by(user).as("target:owner", target.ownerId()).as("target:assignee", target.assigneeId());
        var staff = target.projectId() == null
                ? Sql.of(STAFF_OF_TASK, target.taskId(), user)
                : Sql.of(STAFF_OF_PROJECT, target.projectId(), user, user, user);
        return database.exists(staff) ? held.as("job:assignee", user) : held;
    }
}
