package io.limn.data.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Describes the data of tasks and jobs, and changes what can change of it. */
@Path("/api")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class MetaResource {
    private final Plans plans;
    private final MetaWriter writer;
    private final Bodies bodies;
    private final StorageLinks storages;

    MetaResource(Plans plans, MetaWriter writer, Bodies bodies, StorageLinks storages) {
        this.plans = plans;
        this.writer = writer;
        this.bodies = bodies;
        this.storages = storages;
    }

    /** The metadata of a task. */
    @GET
    @Path("tasks/{id}/data/meta")
    public Response task(@PathParam("id") int id) {
        return answer(plans.task(id, "view:metadata"));
    }

    /** Changes deleted frames or the cloud storage of a task. */
    @PATCH
    @Path("tasks/{id}/data/meta")
    public Response changeTask(@PathParam("id") int id, InputStream body) {
        JsonNode change = bodies.object(body).node();
        JsonNode storage = change.get("cloud_storage_id");
        if (storage != null) {
            plans.task(id, "update:metadata");
            storages.require(storage);
        }
        return answer(plans.changeTask(id, change));
    }

    /** The metadata of a job. */
    @GET
    @Path("jobs/{id}/data/meta")
    public Response job(@PathParam("id") int id) {
        return answer(plans.job(id, "view:metadata"));
    }

    /** Changes the deleted frames of a job. */
    @PATCH
    @Path("jobs/{id}/data/meta")
    public Response changeJob(@PathParam("id") int id, InputStream body) {
        return answer(plans.changeJob(id, bodies.object(body).node()));
    }

    private Response answer(FramePlan plan) {
        if (!plan.hasData()) {
            throw ApiException.notFound();
        }
        return Response.ok(writer.of(plan)).build();
    }
}
