package io.limn.task.issue;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Comments on issues. */
@Path("/api/comments")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class CommentResource {
    private final Comments comments;
    private final CommentViews views;
    private final CommentAccess access;
    private final Lists lists;
    private final Bodies bodies;

    CommentResource(Comments comments, CommentViews views, CommentAccess access, Lists lists, Bodies bodies) {
        this.comments = comments;
        this.views = views;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<CommentView> list(HttpServerRequest request) {
        boolean ofJob = request.params().contains("job_id");
        return lists.page(ListQuery.of(request, CommentViews.LIST), access.visible(ofJob), views::of);
    }

    @POST
    @Idempotent
    public RestResponse<CommentView> create(InputStream body) {
        var view = views.of(comments.create(bodies.object(body)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view).build();
    }

    @GET
    @Path("{id}")
    public CommentView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public CommentView update(int id, InputStream body) {
        comments.update(id, bodies.object(body));
        return views.of(id);
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        comments.delete(id);
    }
}
