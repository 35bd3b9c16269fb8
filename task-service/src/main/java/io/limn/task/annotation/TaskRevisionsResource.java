package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.limn.task.access.TaskAccess;
import io.limn.task.annotation.history.ChangeSetView;
import io.limn.task.annotation.history.History;
import io.limn.task.annotation.history.Reverted;
import io.limn.task.annotation.history.RevisionLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The history of the annotations of a task. */
@Path("/api/tasks/{id}/annotations/revisions")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskRevisionsResource {
    private final History history;
    private final RevisionLog log;
    private final TaskAccess access;
    private final Caller caller;

    TaskRevisionsResource(History history, RevisionLog log, TaskAccess access, Caller caller) {
        this.history = history;
        this.log = log;
        this.access = access;
        this.caller = caller;
    }

    /** What was done to the jobs of the task, the last act first. */
    @GET
    public Page<ChangeSetView> list(@PathParam("id") long id, HttpServerRequest request) {
        return log.ofTask(access.require(id, "view:annotations").taskId(), request);
    }

    /** Takes a change set back. */
    @POST
    @Path("{number:\\d{1,18}}/undo")
    public Reverted undo(@PathParam("id") long id, @PathParam("number") long number) {
        var task = access.require(id, "update:annotations");
        return history.undo(task.taskId(), number, caller.principal().id());
    }
}
