package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.people.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What may be done with guides: permission first, then what the body says, then the change. */
@ApplicationScoped
class Guides {
    private final GuideAccess access;
    private final GuideStore store;
    private final Assets assets;
    private final Caller caller;

    Guides(GuideAccess access, GuideStore store, Assets assets, Caller caller) {
        this.access = access;
        this.store = store;
        this.assets = assets;
        this.caller = caller;
    }

    /**
     * Writes a guide for a project or a task.
     *
     * @return its id
     * @throws ApiException 400 or 403
     */
    long create(Input body) {
        var project = Ids.read(body, "project_id");
        var task = Ids.read(body, "task_id");
        if (project != null && task != null) {
            throw ApiException.rule("Both project_id and task_id must not be specified");
        }
        if (project == null && task == null) {
            throw caller.principal().isAdmin()
                    ? ApiException.rule("One of project_id or task_id must be specified")
                    : ApiException.forbidden();
        }
        var target = access.requireTarget(project, task);
        var markdown = body.text("markdown").blank().or("");
        body.check();
        var copies = assets.copies(markdown, null);
        return store.create(target, AssetLinks.replace(markdown, copies), copies.values());
    }

    /**
     * Changes the text of a guide.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        access.require(id, "view");
        var guide = access.require(id, "update");
        var markdown = body.text("markdown").blank().value();
        body.check();
        var copies = markdown == null ? Map.<java.util.UUID, java.util.UUID>of() : assets.copies(markdown, id);
        store.update(guide, markdown == null ? null : AssetLinks.replace(markdown, copies), copies.values());
    }

    /** Removes a guide with its assets. */
    void delete(long id) {
        store.delete(access.require(id, "delete"));
    }
}
