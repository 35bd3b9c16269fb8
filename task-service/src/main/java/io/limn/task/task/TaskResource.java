package io.limn.task.task;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.limn.task.access.TaskAccess;
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

/** Tasks: media to annotate, cut into jobs. */
@Path("/api/tasks")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskResource {
    private final Tasks tasks;
    private final TaskViews views;
    private final TaskAccess access;
    private final Lists lists;
    private final Bodies bodies;

    TaskResource(Tasks tasks, TaskViews views, TaskAccess access, Lists lists, Bodies bodies) {
        this.tasks = tasks;
        this.views = views;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<TaskView> list(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, TaskViews.LIST), access.visible(), views::of);
    }

    @POST
    @Idempotent
    public RestResponse<TaskView> create(InputStream body) {
        var view = views.of(tasks.create(bodies.object(body)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", view.url())
                .build();
    }

    @GET
    @Path("{id}")
    public TaskView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public TaskView update(int id, InputStream body) {
        tasks.update(id, bodies.object(body));
        return views.of(id);
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        tasks.delete(id);
    }
}
