package io.limn.data.frame;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Small pictures for lists. */
@Path("/api")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class PreviewResource {
    private final Plans plans;
    private final Previews previews;

    PreviewResource(Plans plans, Previews previews) {
        this.plans = plans;
        this.previews = previews;
    }

    /** The preview of a task. */
    @GET
    @Path("tasks/{id}/preview")
    public Response task(@PathParam("id") int id) {
        return previews.ofTask(plans.task(id, "view"));
    }

    /** The preview of a job. */
    @GET
    @Path("jobs/{id}/preview")
    public Response job(@PathParam("id") int id) {
        return previews.ofJob(plans.job(id, "view"));
    }

    /** The preview of a project. */
    @GET
    @Path("projects/{id}/preview")
    public Response project(@PathParam("id") int id) {
        return previews.ofProject(id);
    }
}
