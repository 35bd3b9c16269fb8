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

/** Issues: something to discuss at a place of a frame. */
@Path("/api/issues")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class IssueResource {
    private final Issues issues;
    private final IssueViews views;
    private final IssueAccess access;
    private final Lists lists;
    private final Bodies bodies;

    IssueResource(Issues issues, IssueViews views, IssueAccess access, Lists lists, Bodies bodies) {
        this.issues = issues;
        this.views = views;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<IssueView> list(HttpServerRequest request) {
        boolean ofJob = request.params().contains("job_id");
        return lists.page(ListQuery.of(request, IssueViews.LIST), access.visible(ofJob), views::of);
    }

    @POST
    @Idempotent
    public RestResponse<IssueView> create(InputStream body) {
        var view = views.of(issues.create(bodies.object(body)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view).build();
    }

    @GET
    @Path("{id}")
    public IssueView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public IssueView update(int id, InputStream body) {
        issues.update(id, bodies.object(body));
        return views.of(id);
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        issues.delete(id);
    }
}
