package io.limn.task.trash;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Deleted projects and tasks, for as long as they are kept. */
@Path("/api/trash")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TrashResource {
    private final TrashEntries entries;
    private final Restoration restoration;
    private final Lists lists;

    TrashResource(TrashEntries entries, Restoration restoration, Lists lists) {
        this.entries = entries;
        this.restoration = restoration;
        this.lists = lists;
    }

    /** What the caller may restore, the last deleted first. */
    @GET
    public Page<TrashEntry> list(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, TrashEntries.LIST), entries.visible(), entries::of);
    }

    /** Restores a project with the tasks that were deleted with it; answers what was in the trash. */
    @POST
    @Path("projects/{id}/restore")
    public TrashEntry restoreProject(int id) {
        var entry = entries.require(TrashKind.PROJECT, id, "restore");
        restoration.project(id);
        return entry;
    }

    /** Restores a task; answers what was in the trash. */
    @POST
    @Path("tasks/{id}/restore")
    public TrashEntry restoreTask(int id) {
        var entry = entries.require(TrashKind.TASK, id, "restore");
        restoration.task(id);
        return entry;
    }

    /** Purges a project now. */
    @DELETE
    @Path("projects/{id}")
    public void purgeProject(int id) {
        entries.require(TrashKind.PROJECT, id, "purge");
        restoration.purge(TrashKind.PROJECT, id);
    }

    /** Purges a task now. */
    @DELETE
    @Path("tasks/{id}")
    public void purgeTask(int id) {
        entries.require(TrashKind.TASK, id, "purge");
        restoration.purge(TrashKind.TASK, id);
    }
}
