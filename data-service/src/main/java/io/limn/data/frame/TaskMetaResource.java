package io.limn.data.frame;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Describes the data of a task, and changes what can change of it. */
@Path("/api/tasks/{id}/data")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskMetaResource {
    private final Plans plans;
    private final Metadata metadata;
    private final MetadataChange changes;
    private final Bodies bodies;
    private final StorageLinks storages;

    TaskMetaResource(Plans plans, Metadata metadata, MetadataChange changes, Bodies bodies, StorageLinks storages) {
        this.plans = plans;
        this.metadata = metadata;
        this.changes = changes;
        this.bodies = bodies;
        this.storages = storages;
    }

    /** The metadata. */
    @GET
    @Path("meta")
    public Response get(@PathParam("id") int id) {
        return metadata.answer(plans.task(id, "view:metadata"));
    }

    /** Changes deleted frames or the cloud storage. */
    @PATCH
    @Path("meta")
    public Response change(@PathParam("id") int id, InputStream body) {
        JsonNode change = bodies.object(body).node();
        JsonNode storage = change.get("cloud_storage_id");
        if (storage != null) {
            FramePlan plan = plans.task(id, "update:metadata");
            storages.require(storage);
            if (plan.dataId() != null) {
                // Before the plan is: what is built by the new plan must not come from the old storage.
                storages.link(plan.dataId(), storage);
            }
        }
        return metadata.changed(changes.ofTask(id, change));
    }
}
