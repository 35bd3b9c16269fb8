package io.limn.data.frame;

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

/** Describes the data of a job, and changes what can change of it. */
@Path("/api/jobs/{id}/data")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobMetaResource {
    private final Plans plans;
    private final Metadata metadata;
    private final MetadataChange change;
    private final Bodies bodies;

    JobMetaResource(Plans plans, Metadata metadata, MetadataChange change, Bodies bodies) {
        this.plans = plans;
        this.metadata = metadata;
        this.change = change;
        this.bodies = bodies;
    }

    /** The metadata. */
    @GET
    @Path("meta")
    public Response get(@PathParam("id") int id) {
        return metadata.answer(plans.job(id, "view:metadata"));
    }

    /** Changes the deleted frames; the official client sends them with every save. */
    @PATCH
    @Path("meta")
    public Response change(@PathParam("id") int id, InputStream body) {
        return metadata.changed(change.ofJob(id, bodies.object(body).node()));
    }
}
