package io.limn.task.guide;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.conditional.Representations;
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
    private final GuideViews views;
    private final GuideAccess access;
    private final Bodies bodies;
    private final Representations representations;

    GuideResource(Guides guides, GuideViews views, GuideAccess access, Bodies bodies, Representations representations) {
        this.guides = guides;
        this.views = views;
        this.access = access;
        this.bodies = bodies;
        this.representations = representations;
    }

    @POST
    @Idempotent
    public RestResponse<GuideView.Written> create(InputStream body) {
        return written(RestResponse.Status.CREATED, guides.create(bodies.object(body)));
    }

    @GET
    @Path("{id}")
    public GuideView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public RestResponse<GuideView.Written> update(int id, InputStream body) {
        guides.update(id, bodies.object(body));
        return written(RestResponse.Status.OK, id);
    }

    /** The tag is that of the guide as it is read, though the answer shows less. */
    private RestResponse<GuideView.Written> written(RestResponse.Status status, long id) {
        var view = views.of(id);
        return ResponseBuilder.create(status, view.written())
                .header("ETag", representations.tag(view))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        guides.delete(id);
    }
}
