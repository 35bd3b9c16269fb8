package io.limn.task.guide;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.idempotency.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Guides: what annotators are told about a project or a task. */
@Path("/api/guides")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class GuideResource {
    private final Guides guides;
    private final GuideAccess access;
    private final Bodies bodies;

    GuideResource(Guides guides, GuideAccess access, Bodies bodies) {
        this.guides = guides;
        this.access = access;
        this.bodies = bodies;
    }

    @POST
    @Idempotent
    public RestResponse<GuideView.Written> create(InputStream body) {
        var view = guides.view(guides.create(bodies.object(body))).written();
        return ResponseBuilder.create(RestResponse.Status.CREATED, view).build();
    }

    @GET
    @Path("{id}")
    public GuideView get(int id) {
        access.require(id, "view");
        return guides.view(id);
    }

    @PATCH
    @Path("{id}")
    public GuideView.Written update(int id, InputStream body) {
        guides.update(id, bodies.object(body));
        return guides.view(id).written();
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        guides.delete(id);
    }
}
