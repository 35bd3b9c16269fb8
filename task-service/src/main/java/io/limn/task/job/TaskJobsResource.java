package io.limn.task.job;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Superseded;
import io.limn.task.access.TaskAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** Where older clients look for the jobs of a task; {@code /api/jobs?task_id=} has the same. */
@Path("/api/tasks/{id}/jobs")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskJobsResource {
    private final JobViews views;
    private final JobAccess access;
    private final TaskAccess tasks;
    private final Lists lists;
    private final Links links;

    TaskJobsResource(JobViews views, JobAccess access, TaskAccess tasks, Lists lists, Links links) {
        this.views = views;
        this.access = access;
        this.tasks = tasks;
        this.lists = lists;
        this.links = links;
    }

    @GET
    public RestResponse<Page<JobView>> list(int id, HttpServerRequest request) {
        if (tasks.find(id).isEmpty()) {
            throw ApiException.notFound("Task");
        }
        var ofTask = access.visible().and(Sql.of("j.task_id = ?", id));
        var page = lists.page(ListQuery.of(request, JobViews.LIST), ofTask, views::of);
        return Superseded.by(links.to("/api/jobs?task_id=" + id), page);
    }
}
