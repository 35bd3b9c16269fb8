package io.limn.task.task;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.Superseded;
import io.limn.task.access.TaskAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** Where older clients look for the tasks of a project; {@code /api/tasks?project_id=} has the same. */
@Path("/api/projects/{id}/tasks")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class ProjectTasksResource {
    private final TaskViews views;
    private final TaskAccess access;
    private final ProjectAccess projects;
    private final Lists lists;
    private final Links links;

    ProjectTasksResource(TaskViews views, TaskAccess access, ProjectAccess projects, Lists lists, Links links) {
        this.views = views;
        this.access = access;
        this.projects = projects;
        this.lists = lists;
        this.links = links;
    }

    @GET
    public RestResponse<Page<TaskView>> list(int id, HttpServerRequest request) {
        if (projects.find(id).isEmpty()) {
            throw ApiException.notFound("Project");
        }
        var ofProject = access.visible().and(Sql.of("t.project_id = ?", id));
        var page = lists.page(ListQuery.of(request, TaskViews.LIST), ofProject, views::of);
        return Superseded.by(links.to("/api/tasks?project_id=" + id), page);
    }
}
