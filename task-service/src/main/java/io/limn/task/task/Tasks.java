package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
import io.limn.task.people.Ids;
import io.limn.task.people.People;
import io.limn.task.people.UserReferences;
import io.limn.task.storage.Storages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** What may be done with tasks: permission first, then what the body says, then the change. */
@ApplicationScoped
class Tasks {
    private static final String PROJECT = "project_id";
    private static final String TRANSFER = "organization_id";
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
            TRANSFER,
            "view");

    private final TaskAccess access;
    private final ProjectAccess projects;
    private final TaskStore store;
    private final UserReferences users;
    private final Storages storages;
    private final People people;
    private final Caller caller;

    Tasks(
            TaskAccess access,
            ProjectAccess projects,
            TaskStore store,
            UserReferences users,
            Storages storages,
            People people,
            Caller caller) {
        this.access = access;
        this.projects = projects;
        this.store = store;
        this.users = users;
        this.storages = storages;
        this.people = people;
        this.caller = caller;
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
        var owner = users.read(body, "owner_id", task.organizationId());
        var assignee = users.read(body, "assignee_id", task.organizationId());
        var project = Ids.read(body, PROJECT);
        if (project != null) {
            projects.requireNamed(project, "view");
        }
        storages.requireVisible(body);

        if (body.has(TRANSFER) && !Objects.equals(Ids.read(body, TRANSFER), task.organizationId())) {
            throw ApiException.rule("Moving a task to another workspace is not supported yet");
        }
        if (body.has(PROJECT) && project == null) {
            throw ApiException.field(PROJECT, "A task cannot be taken out of its project.");
        }
        if (project != null && !project.equals(task.projectId())) {
            throw ApiException.rule("Moving a task to another project is not supported yet");
        }
        store.update(task, TaskForm.changed(body, owner, assignee));
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
