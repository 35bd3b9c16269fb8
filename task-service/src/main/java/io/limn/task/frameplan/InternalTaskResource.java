package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.TaskScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;

/** What data-service asks about tasks, and the decision whether the user for whom it asks may have the answer. */
@Path("/internal/tasks/{id}")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InternalTaskResource {
    private final TaskAccess access;
    private final Attachment attachment;
    private final PlanReader plans;
    private final DeletedFrames deleted;
    private final Bodies bodies;
    private final Caller caller;

    InternalTaskResource(
            TaskAccess access,
            Attachment attachment,
            PlanReader plans,
            DeletedFrames deleted,
            Bodies bodies,
            Caller caller) {
        this.access = access;
        this.attachment = attachment;
        this.plans = plans;
        this.deleted = deleted;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** A task for the user on whose behalf the service calls, or for the service itself. */
    private TaskScope require(long id, String scope) {
        return caller.isAnonymous()
                ? access.find(id).orElseThrow(() -> ApiException.notFound("Task"))
                : access.require(id, scope);
    }

    @GET
    public TaskScope facts(int id, @QueryParam("scope") @DefaultValue("view") String scope) {
        return require(id, scope);
    }

    @POST
    @Path("data/attach")
    public Attachment.Attached attach(int id) {
        return attachment.attach(require(id, "upload:data"));
    }

    @PUT
    @Path("data/parameters")
    public void parameters(int id, InputStream body) {
        var task = require(id, "upload:data");
        var input = bodies.object(body);
        var quality = input.integer("image_quality").nullable().value();
        var chunk = input.integer("chunk_size").nullable().value();
        attachment.parameters(task.taskId(), integer(quality), integer(chunk));
    }

    private static Integer integer(Long value) {
        return value == null ? null : Math.toIntExact(value);
    }

    @GET
    @Path("plan")
    public Plan plan(int id, @QueryParam("scope") @DefaultValue("view:data") String scope) {
        return plans.ofTask(require(id, scope).taskId());
    }

    @PATCH
    @Path("meta")
    public Plan meta(int id, @QueryParam("revision") Long revision, InputStream body) {
        var task = require(id, "update:metadata");
        var sent = deleted.replace(task, bodies.object(body), revision);
        var plan = plans.ofTask(id);
        return sent == null ? plan : plan.withDeleted(sent);
    }
}
