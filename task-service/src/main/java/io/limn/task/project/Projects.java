package io.limn.task.project;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.ProjectScope;
import io.limn.task.label.LabelForm;
import io.limn.task.people.People;
import io.limn.task.people.UserReferences;
import io.limn.task.storage.StorageChange;
import io.limn.task.storage.Storages;
import io.limn.task.workspace.BackgroundRequests;
import io.limn.task.workspace.TransferForm;
import io.limn.task.workspace.Workspace;
import io.limn.task.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** What may be done with projects: permission first, then what the body says, then the change. */
@ApplicationScoped
class Projects {
    private static final Map<String, String> SCOPES = Map.of(
            "name",
            "update:desc",
            "labels",
            "update:desc",
            "bug_tracker",
            "update:desc",
            "owner_id",
            "update:owner",
            "assignee_id",
            "update:assignee",
            "source_storage",
            "update:associated_storage",
            "target_storage",
            "update:associated_storage",
            Workspaces.MEMBER,
            "view");

    private final ProjectAccess access;
    private final ProjectStore store;
    private final UserReferences users;
    private final Storages storages;
    private final People people;
    private final Caller caller;
    private final ProjectTransfer transfer;
    private final Workspaces workspaces;
    private final BackgroundRequests requests;

    Projects(
            ProjectAccess access,
            ProjectStore store,
            UserReferences users,
            Storages storages,
            People people,
            Caller caller,
            ProjectTransfer transfer,
            Workspaces workspaces,
            BackgroundRequests requests) {
        this.access = access;
        this.store = store;
        this.users = users;
        this.storages = storages;
        this.people = people;
        this.caller = caller;
        this.transfer = transfer;
        this.workspaces = workspaces;
        this.requests = requests;
    }

    /**
     * Creates a project.
     *
     * @return its id
     * @throws ApiException 403 when the caller may not, 400 when the body is wrong
     */
    long create(Input body) {
        var organization = access.requireCreate();
        var owner = users.read(body, "owner_id", organization);
        var assignee = users.read(body, "assignee_id", organization);
        storages.requireVisible(body);

        var name = body.text("name").required().most(256).value();
        var tracker = body.text("bug_tracker").blank().most(2000).or("");
        var source = StorageChange.read(body, "source_storage");
        var target = StorageChange.read(body, "target_storage");
        var labels = LabelForm.created(body);
        body.check();

        var creator = caller.principal();
        people.remember(creator);
        var ownerId = body.has("owner_id") ? owner : Long.valueOf(creator.id());
        return store.create(new ProjectDraft(name, ownerId, assignee, tracker, organization, source, target, labels));
    }

    /**
     * Changes a project.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        var project = access.find(id).orElseThrow(() -> ApiException.notFound("Project"));
        requireScopes(project, body);
        var destination = body.has(Workspaces.MEMBER) ? destination(project, body) : null;
        var owner = users.read(body, "owner_id", project.organizationId());
        var assignee = users.read(body, "assignee_id", project.organizationId());
        storages.requireVisible(body);
        if (destination != null && !Objects.equals(destination.organizationId(), project.organizationId())) {
            transfer(id, body, destination);
            return;
        }

        var change = new ProjectChange(
                body.text("name").most(256).value(),
                body.text("bug_tracker").blank().most(2000).value(),
                body.has("owner_id"),
                owner,
                body.has("assignee_id"),
                assignee,
                StorageChange.read(body, "source_storage"),
                StorageChange.read(body, "target_storage"),
                LabelForm.changed(body));
        body.check();
        store.update(id, change);
    }

    private void requireScopes(ProjectScope project, Input body) {
        if (!SCOPES.keySet().containsAll(body.names())) {
            throw ApiException.unknownField();
        }
        boolean allowed = access.allows(project, "view")
                && body.names().stream().map(SCOPES::get).allMatch(scope -> access.allows(project, scope));
        if (!allowed) {
            throw ApiException.forbidden();
        }
    }

    /** Where a project is to go: the caller needs the right to delete it here and to create one there. */
    private Workspace destination(ProjectScope project, Input body) {
        var destination = workspaces.read(body);
        if (!access.allows(project, "delete") || !access.allowsCreate(destination.organizationId())) {
            throw ApiException.forbidden();
        }
        return destination;
    }

    private void transfer(long id, Input body, Workspace destination) {
        var form = TransferForm.read(body);
        requests.requireNone("projects", id);
        people.remember(caller.principal());
        transfer.transfer(id, destination, caller.principal().id(), form);
        requests.transferred("projects", id, destination);
    }

    /** Deletes a project with all below it. */
    void delete(long id) {
        access.require(id, "delete");
        store.delete(id, caller.principal().id());
    }
}
