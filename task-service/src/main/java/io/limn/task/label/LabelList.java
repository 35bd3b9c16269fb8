package io.limn.task.label;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.TaskAccess;
import io.limn.task.database.Changes;
import io.limn.task.job.JobAccess;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the list of labels shows: the top level of what the caller may see, or the labels that hold in one object. */
@ApplicationScoped
class LabelList {
    static final ListSpec SPEC = ListSpec.from("label l LEFT JOIN label pl ON pl.id = l.parent_id"
                    + " LEFT JOIN task t ON t.id = l.task_id LEFT JOIN project p ON p.id = l.project_id")
            .id("l.id")
            .text("name", "l.name")
            .text("parent", "pl.name")
            .choice("type", "l.type", LabelForm.TYPES)
            .text("color", "l.color")
            .field("parent_id", "l.parent_id", Field.Type.INTEGER)
            .search("name", "parent")
            .simple("name", "parent", "type", "color", "parent_id")
            .order("id")
            .changes(Changes.of("label", "task", "project"));

    private static final DecisionTable TABLE = DecisionTable.load("permissions/labels.csv");
    private static final String ORGANIZATION = "COALESCE(t.organization_id, p.organization_id)";
    private static final Visibility VISIBILITY = Visibility.byRow(
            TABLE,
            "view",
            "l.id",
            ORGANIZATION,
            Map.of(
                    "task:owner", user -> Way.of("t.owner_id = ?", user),
                    "task:assignee", user -> Way.of("t.assignee_id = ?", user),
                    "project:owner", user -> Way.of("p.owner_id = ?", user),
                    "project:assignee", user -> Way.of("p.assignee_id = ?", user)));

    private final ProjectAccess projects;
    private final TaskAccess tasks;
    private final JobAccess jobs;
    private final LabelCatalog catalog;
    private final Caller caller;

    LabelList(ProjectAccess projects, TaskAccess tasks, JobAccess jobs, LabelCatalog catalog, Caller caller) {
        this.projects = projects;
        this.tasks = tasks;
        this.jobs = jobs;
        this.catalog = catalog;
        this.caller = caller;
    }

    /**
     * The condition on {@code label l} for a request.
     *
     * @throws ApiException 403 or 404 when the caller may not see the object that he names, 400 when he names several
     */
    Visible condition(HttpServerRequest request) {
        var job = id(request, "job_id");
        var task = id(request, "task_id");
        var project = id(request, "project_id");
        var top = Sql.of("l.parent_id IS NULL AND t.deleted_at IS NULL AND p.deleted_at IS NULL");
        int named = (job == null ? 0 : 1) + (task == null ? 0 : 1) + (project == null ? 0 : 1);
        if (named > 1) {
            throw ApiException.rule("job_id, task_id and project_id parameters cannot be used together");
        }
        if (named == 0) {
            return Contexts.ways(caller, TABLE, VISIBILITY).and(top);
        }
        Contexts.requireList(caller, TABLE);
        var condition = owner(job, task, project).condition().and(top);
        // People from outside who are assigned to a job work in it without being members of its organization.
        boolean guest = job != null
                && caller.principal().privilege() == Privilege.WORKER
                && !caller.organization().isOrganization();
        return Visible.where(guest ? condition : condition.and(Contexts.narrow(caller, ORGANIZATION)));
    }

    private LabelOwner owner(Long job, Long task, Long project) {
        if (job != null) {
            return catalog.ownerFor(jobs.require(job, "view").taskId());
        }
        return task != null
                ? catalog.ownerFor(tasks.require(task, "view").taskId())
                : LabelOwner.project(projects.require(project, "view").projectId());
    }

    private static Long id(HttpServerRequest request, String name) {
        var text = request.getParam(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("\\d{1,18}")) {
            throw ApiException.field(name, "Enter a number.");
        }
        return Long.parseLong(text.strip());
    }
}
