package io.limn.task.project;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.limn.task.access.ProjectAccess;
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

/** Projects: tasks that share labels. */
@Path("/api/projects")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class ProjectResource {
    private final Projects projects;
    private final ProjectViews views;
    private final ProjectAccess access;
    private final Lists lists;
    private final Bodies bodies;

    ProjectResource(Projects projects, ProjectViews views, ProjectAccess access, Lists lists, Bodies bodies) {
        this.projects = projects;
        this.views = views;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<ProjectView> list(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, ProjectViews.LIST), access.visible(), views::of);
    }

    @POST
    @Idempotent
    public RestResponse<ProjectView> create(InputStream body) {
        var view = views.of(projects.create(bodies.object(body)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", view.url())
                .build();
    }

    @GET
    @Path("{id}")
    public ProjectView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public ProjectView update(int id, InputStream body) {
        projects.update(id, bodies.object(body));
        return views.of(id);
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        projects.delete(id);
    }
}
