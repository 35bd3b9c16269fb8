package io.limn.task.annotation;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Where an older API exported the annotations of a project. */
@Path("/api/projects/{id}/annotations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class ProjectAnnotationsResource {
    /** Says where to turn now. */
    @GET
    public String read() {
        throw RemovedForms.export("projects");
    }
}
