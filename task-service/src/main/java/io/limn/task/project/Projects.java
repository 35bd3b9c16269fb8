package io.limn.task.project;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.ProjectScope;
import io.limn.task.label.LabelForm;
import io.limn.task.people.Ids;
import io.limn.task.people.People;
import io.limn.task.people.UserReferences;
import io.limn.task.storage.StorageChange;
import io.limn.task.storage.Storages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** What may be done with projects: permission first, then what the body says, then the change. */
@ApplicationScoped
class Projects {
    private static final String TRANSFER = "organization_id";
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
            TRANSFER,
            "view");

    private final ProjectAccess access;
    private final ProjectStore store;
    private final UserReferences users;
    private final Storages storages;
    private final People people;
    private final Caller caller;

    Projects(
            ProjectAccess access,
            ProjectStore store,
            UserReferences users,
            Storages storages,
            People people,
            Caller caller) {
        this.access = access;
        this.store = store;
        this.users = users;
        this.storages = storages;
        this.people = people;
        this.caller = caller;
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
        var owner = users.read(body, "owner_id", project.organizationId());
        var assignee = users.read(body, "assignee_id", project.organizationId());
        storages.requireVisible(body);
        refuseTransfer(project, body);

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

    private static void refuseTransfer(ProjectScope project, Input body) {
        if (body.has(TRANSFER) && !Objects.equals(Ids.read(body, TRANSFER), project.organizationId())) {
            throw ApiException.rule("Moving a project to another workspace is not supported yet");
        }
    }

    /** Deletes a project with all below it. */
    void delete(long id) {
        access.require(id, "delete");
        store.delete(id, caller.principal().id());
    }
}
