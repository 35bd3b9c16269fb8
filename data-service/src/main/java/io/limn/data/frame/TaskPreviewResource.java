package io.limn.data.frame;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The small picture that stands for a task in lists. */
@Path("/api/tasks/{id}/preview")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskPreviewResource {
    private final Plans plans;
    private final Previews previews;

    TaskPreviewResource(Plans plans, Previews previews) {
        this.plans = plans;
        this.previews = previews;
    }

    /** The picture. */
    @GET
    public Response get(@PathParam("id") int id) {
        return previews.ofTask(plans.task(id, "view"));
    }
}
