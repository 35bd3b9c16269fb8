package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
import io.limn.task.label.LabelChange;
import io.limn.task.label.LabelForm;
import io.limn.task.people.Ids;
import io.limn.task.people.People;
import io.limn.task.people.UserReferences;
import io.limn.task.storage.Storages;
import io.limn.task.workspace.BackgroundRequests;
import io.limn.task.workspace.TransferForm;
import io.limn.task.workspace.Workspace;
import io.limn.task.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What may be done with tasks: permission first, then what the body says, then the change. */
@ApplicationScoped
class Tasks {
    private static final String PROJECT = "project_id";
    private static final Map<String, String> SCOPES = Map.of(
            "name",
            "update:desc",
            "labels",
            "update:desc",
            "bug_tracker",
            "update:desc",
            "subset",
            "update:desc",
            "owner_id",
            "update:owner",
            "assignee_id",
            "update:assignee",
            PROJECT,
            "update:project",
            "source_storage",
            "update:associated_storage",
            "target_storage",
            "update:associated_storage",
            Workspaces.MEMBER,
            "view");

    private final TaskAccess access;
    private final ProjectAccess projects;
    private final TaskStore store;
    private final UserReferences users;
    private final Storages storages;
    private final People people;
    private final Caller caller;
    private final TaskMove move;
    private final TaskTransfer transfer;
    private final Workspaces workspaces;
    private final BackgroundRequests requests;

    Tasks(
            TaskAccess access,
            ProjectAccess projects,
            TaskStore store,
            UserReferences users,
            Storages storages,
            People people,
            Caller caller,
            TaskMove move,
            TaskTransfer transfer,
            Workspaces workspaces,
            BackgroundRequests requests) {
        this.access = access;
        this.projects = projects;
        this.store = store;
        this.users = users;
        this.storages = storages;
        this.people = people;
        this.caller = caller;
        this.move = move;
        this.transfer = transfer;
        this.workspaces = workspaces;
        this.requests = requests;
    }

    /**
     * Creates a task.
     *
     * @return its id
     * @throws ApiException 403 when the caller may not, 400 when the body is wrong
     */
    long create(Input body) {
        var projectId = Ids.read(body, PROJECT);
        var project = projectId == null
                ? null
                : projects.find(projectId)
                        .orElseThrow(() -> ApiException.rule("Project matching query does not exist."));
        var organization = access.requireCreate(project);
        if (project != null && !projects.allows(project, "view")) {
            throw ApiException.forbidden();
        }
        var owner = users.read(body, "owner_id", organization);
        var assignee = users.read(body, "assignee_id", organization);
        storages.requireVisible(body);

        var creator = caller.principal();
        people.remember(creator);
        var ownerId = body.has("owner_id") ? owner : Long.valueOf(creator.id());
        var draft = TaskForm.created(body, projectId, organization, ownerId, assignee);
        if (project != null && !Objects.equals(project.organizationId(), organization)) {
            throw ApiException.rule("The task and its project should be in the same organization.");
        }
        return store.create(draft);
    }

    /**
     * Changes a task.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        var task = access.find(id).orElseThrow(() -> ApiException.notFound("Task"));
        requireScopes(task, body);
        var destination = body.has(Workspaces.MEMBER) ? destination(task, body) : null;
        var owner = users.read(body, "owner_id", task.organizationId());
        var assignee = users.read(body, "assignee_id", task.organizationId());
        var project = Ids.read(body, PROJECT);
        if (project != null) {
            projects.requireNamed(project, "view");
        }
        storages.requireVisible(body);

        if (destination != null) {
            TaskTransfer.requireAlone(task.projectId());
        }
        if (destination != null && !Objects.equals(destination.organizationId(), task.organizationId())) {
            transfer(task, body, destination);
        } else if (project != null && !project.equals(task.projectId())) {
            var labels = LabelForm.changed(body);
            body.check();
            move.move(id, project, caller.principal().id(), renames(labels));
        } else if (body.has(PROJECT) && project == null) {
            throw ApiException.field(PROJECT, "A task cannot be taken out of its project.");
        } else {
            store.update(task, TaskForm.changed(body, owner, assignee));
        }
    }

    /** Where a task is to go: the caller needs the right to delete it here and to create one there. */
    private Workspace destination(TaskScope task, Input body) {
        var destination = workspaces.read(body);
        if (!access.allows(task, "delete") || !access.allowsCreate(destination.organizationId())) {
            throw ApiException.forbidden();
        }
        return destination;
    }

    private void transfer(TaskScope task, Input body, Workspace destination) {
        if (Ids.read(body, PROJECT) != null) {
            throw ApiException.body("A task cannot be moved into a project and into an organization at the same time");
        }
        var form = TransferForm.read(body);
        requests.requireNone("tasks", task.taskId());
        people.remember(caller.principal());
        transfer.transfer(task.taskId(), destination, caller.principal().id(), form);
        requests.transferred("tasks", task.taskId(), destination);
    }

    private static Map<Long, String> renames(List<LabelChange> labels) {
        return labels.stream()
                .filter(label -> label.id() != null && label.name() != null)
                .collect(Collectors.toMap(LabelChange::id, LabelChange::name, (first, last) -> last));
    }

    private void requireScopes(TaskScope task, Input body) {
        if (!SCOPES.keySet().containsAll(body.names())) {
            throw ApiException.unknownField();
        }
        boolean allowed = access.allows(task, "view")
                && body.names().stream().map(SCOPES::get).allMatch(scope -> access.allows(task, scope));
        if (!allowed) {
            throw ApiException.forbidden();
        }
    }

    /** Deletes a task with all below it. */
    void delete(long id) {
        access.require(id, "delete");
        store.delete(id, caller.principal().id());
    }
}
