package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.limn.task.annotation.history.Difference;
import io.limn.task.annotation.history.History;
import io.limn.task.annotation.history.Reverted;
import io.limn.task.annotation.history.RevisionLog;
import io.limn.task.annotation.history.RevisionView;
import io.limn.task.job.JobAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The history of the annotations of one job. */
@Path("/api/jobs/{id}/annotations/revisions")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobRevisionsResource {
    private final JobAnnotations annotations;
    private final History history;
    private final RevisionLog log;
    private final JobAccess access;
    private final Caller caller;

    JobRevisionsResource(
            JobAnnotations annotations, History history, RevisionLog log, JobAccess access, Caller caller) {
        this.annotations = annotations;
        this.history = history;
        this.log = log;
        this.access = access;
        this.caller = caller;
    }

    /** The revisions, the last one first. */
    @GET
    public Page<RevisionView> list(@PathParam("id") long id, HttpServerRequest request) {
        return log.ofJob(access.require(id, "view:annotations").id(), request);
    }

    /** The annotations as of a revision. */
    @GET
    @Path("{number:\\d{1,18}}")
    public Response read(@PathParam("id") long id, @PathParam("number") long number) {
        return annotations
                .readFormer(access.require(id, "view:annotations"), number)
                .response();
    }

    /** What makes one revision differ from another. */
    @GET
    @Path("{number:\\d{1,18}}/compare/{other:\\d{1,18}}")
    public Difference compare(
            @PathParam("id") long id, @PathParam("number") long number, @PathParam("other") long other) {
        var job = access.require(id, "view:annotations");
        return history.compare(job.taskId(), job.id(), number, other);
    }

    /** Puts a revision back, as a new one. */
    @POST
    @Path("{number:\\d{1,18}}/restore")
    public Reverted restore(@PathParam("id") long id, @PathParam("number") long number) {
        var job = access.require(id, "update:annotations");
        return history.restore(
                job.taskId(), job.id(), number, caller.principal().id());
    }
}
