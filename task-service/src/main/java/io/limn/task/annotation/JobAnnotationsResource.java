package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.task.job.JobAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Annotations of one job. */
@Path("/api/jobs/{id}/annotations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobAnnotationsResource {
    private final JobAnnotations annotations;
    private final JobAccess access;
    private final Bodies bodies;
    private final Caller caller;

    JobAnnotationsResource(JobAnnotations annotations, JobAccess access, Bodies bodies, Caller caller) {
        this.annotations = annotations;
        this.access = access;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** All annotations, as a stream. */
    @GET
    public StreamingOutput read(@PathParam("id") long id, HttpServerRequest request) {
        RemovedForms.refuseRead(request, "jobs");
        var job = access.require(id, "view:annotations");
        return out -> annotations.write(job, out);
    }

    /** Puts the annotations of the body in the place of all that the job has. */
    @PUT
    public StreamingOutput replace(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        RemovedForms.refuseReplace(request);
        return save(id, "update:annotations", Act.REPLACE, body);
    }

    /** Adds, replaces or removes the annotations of the body, by the parameter {@code action}. */
    @PATCH
    public StreamingOutput change(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        var job = access.require(id, "update:annotations");
        var act = Act.ofPatch(request.getParam("action"));
        return answer(annotations.save(job, caller.principal().id(), act, read(act, body)));
    }

    /** Removes everything. */
    @DELETE
    public Response clear(@PathParam("id") long id) {
        var job = access.require(id, "delete:annotations");
        annotations.save(job, caller.principal().id(), Act.REPLACE, new LabeledData(List.of(), List.of(), List.of()));
        return Response.noContent().build();
    }

    private StreamingOutput save(long id, String scope, Act act, InputStream body) {
        var job = access.require(id, scope);
        return answer(annotations.save(job, caller.principal().id(), act, read(act, body)));
    }

    private LabeledData read(Act act, InputStream body) {
        bodies.requireJson();
        return new BodyReader(act.ids()).read(body);
    }

    private static StreamingOutput answer(LabeledData data) {
        return (OutputStream out) -> AnswerJson.write(data, out);
    }
}
