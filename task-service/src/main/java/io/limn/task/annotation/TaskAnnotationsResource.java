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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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

    /** All annotations, as a stream. */
    @GET
    public StreamingOutput read(@PathParam("id") long id, HttpServerRequest request) {
        RemovedForms.refuseRead(request, "tasks");
        var task = access.require(id, "view:annotations");
        if (!task.hasData()) {
            throw ApiException.text(400, "Exporting annotations from a task without data is not allowed");
        }
        return out -> annotations.write(task, out);
    }

    /** Puts the annotations of the body in the place of all that the jobs of the task have. */
    @PUT
    public StreamingOutput replace(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        RemovedForms.refuseReplace(request);
        return save(access.require(id, "update:annotations"), Act.REPLACE, body);
    }

    /** Adds, replaces or removes the annotations of the body, by the parameter {@code action}. */
    @PATCH
    public StreamingOutput change(@PathParam("id") long id, HttpServerRequest request, InputStream body) {
        var task = access.require(id, "update:annotations");
        return save(task, Act.ofPatch(request.getParam("action")), body);
    }

    /** Removes everything. */
    @DELETE
    public Response clear(@PathParam("id") long id) {
        var task = access.require(id, "delete:annotations");
        annotations.save(task, caller.principal().id(), Act.REPLACE, new LabeledData(List.of(), List.of(), List.of()));
        return Response.noContent().build();
    }

    private StreamingOutput save(TaskScope task, Act act, InputStream body) {
        bodies.requireJson();
        var data = new BodyReader(act.ids()).read(body);
        var answer = annotations.save(task, caller.principal().id(), act, data);
        return out -> AnswerJson.write(answer, out);
    }
}
