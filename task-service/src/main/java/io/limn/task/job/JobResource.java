package io.limn.task.job;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/** Jobs: parts of tasks on which one person works. */
@Path("/api/jobs")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobResource {
    private final Jobs jobs;
    private final JobViews views;
    private final JobAccess access;
    private final Lists lists;
    private final Bodies bodies;

    JobResource(Jobs jobs, JobViews views, JobAccess access, Lists lists, Bodies bodies) {
        this.jobs = jobs;
        this.views = views;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<JobView> list(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, JobViews.LIST), access.visible(), views::of);
    }

    @GET
    @Path("{id}")
    public JobView get(int id) {
        access.require(id, "view");
        return views.of(id);
    }

    @PATCH
    @Path("{id}")
    public JobView update(int id, InputStream body) {
        jobs.update(id, bodies.object(body));
        return views.of(id);
    }
}
