package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
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

/** Annotations of all jobs of a task. */
@Path("/api/tasks/{id}/annotations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskAnnotationsResource {
    private final TaskAnnotations annotations;
    private final TaskAccess access;
    private final Bodies bodies;
    private final Caller caller;

    TaskAnnotationsResource(TaskAnnotations annotations, TaskAccess access, Bodies bodies, Caller caller) {
        this.annotations = annotations;
        this.access = access;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** All annotations, as a stream; nothing when the client has them already. */
    @GET
    public Response read(@PathParam("id") long id, HttpServerRequest request) {
        RemovedForms.refuseRead(request, "tasks");
        var task = access.require(id, "view:annotations");
        if (!task.hasData()) {
            throw ApiException.text(400, "Exporting annotations from a task without data is not allowed");
        }
        long revision = annotations.revision(task);
        if (RevisionTag.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), revision)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, RevisionTag.of(revision))
                    .build();
        }
        return annotations.read(task).response();
    }

    /** Puts the annotations of the body in the place of all that the jobs of the task have. */
    @PUT
    public Response replace(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        RemovedForms.refuseReplace(request);
        return save(access.require(id, "update:annotations"), request, Act.REPLACE, body);
    }

    /** Adds, replaces or removes the annotations of the body, by the parameter {@code action}. */
    @PATCH
    public Response change(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        var task = access.require(id, "update:annotations");
        return save(task, request, Act.ofPatch(request.getParam("action")), body);
    }

    /** Removes everything. */
    @DELETE
    public Response clear(@PathParam("id") long id, HttpServerRequest request) {
        var task = access.require(id, "delete:annotations");
        var nothing = new LabeledData(List.of(), List.of(), List.of());
        return save(task, request, Act.REPLACE, nothing).noContent();
    }

    private Response save(TaskScope task, HttpServerRequest request, Act act, InputStream body) {
        bodies.requireJson();
        return save(task, request, act, new BodyReader(act.ids()).read(body)).response();
    }

    private Saved save(TaskScope task, HttpServerRequest request, Act act, LabeledData data) {
        var match = IfMatch.of(request.getHeader(HttpHeaders.IF_MATCH));
        return annotations.save(task, caller.principal().id(), act, match, data);
    }
}
