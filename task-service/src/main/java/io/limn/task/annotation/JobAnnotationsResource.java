package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.task.job.JobAccess;
import io.limn.task.job.JobScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

    /** All annotations, as a stream; nothing when the client has this revision already. */
    @GET
    public Response read(@PathParam("id") long id, HttpServerRequest request) {
        RemovedForms.refuseRead(request, "jobs");
        var job = access.require(id, "view:annotations");
        long revision = annotations.revision(job);
        if (RevisionTag.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), revision)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, RevisionTag.of(revision))
                    .build();
        }
        var encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return annotations
                .read(job, revision, AcceptedEncodings.gzip(encodings))
                .response();
    }

    /** Puts the annotations of the body in the place of all that the job has. */
    @PUT
    public Response replace(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        RemovedForms.refuseReplace(request);
        var job = access.require(id, "update:annotations");
        return save(job, request, Act.REPLACE, read(Act.REPLACE, body)).response();
    }

    /** Adds, replaces or removes the annotations of the body, by the parameter {@code action}. */
    @PATCH
    public Response change(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        var job = access.require(id, "update:annotations");
        var act = Act.ofPatch(request.getParam("action"));
        return save(job, request, act, read(act, body)).response();
    }

    /** Removes everything. */
    @DELETE
    public Response clear(@PathParam("id") long id, HttpServerRequest request) {
        var job = access.require(id, "delete:annotations");
        var nothing = new LabeledData(List.of(), List.of(), List.of());
        return save(job, request, Act.REPLACE, nothing).noContent();
    }

    private Saved save(JobScope job, HttpServerRequest request, Act act, LabeledData data) {
        var match = IfMatch.of(request.getHeader(HttpHeaders.IF_MATCH));
        return annotations.save(job, caller.principal().id(), act, match, data);
    }

    private LabeledData read(Act act, InputStream body) {
        bodies.requireJson();
        return new BodyReader(act.ids()).read(body);
    }
}
