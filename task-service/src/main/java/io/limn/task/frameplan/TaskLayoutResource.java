package io.limn.task.frameplan;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.task.access.TaskAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Map;

/** The validation frames of tasks. */
@Path("/api/tasks/{id}/validation_layout")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskLayoutResource {
    private final TaskAccess access;
    private final LayoutViews views;
    private final LayoutChange change;
    private final Bodies bodies;

    TaskLayoutResource(TaskAccess access, LayoutViews views, LayoutChange change, Bodies bodies) {
        this.access = access;
        this.views = views;
        this.change = change;
        this.bodies = bodies;
    }

    @GET
    public Map<String, Object> get(int id) {
        var task = access.require(id, "view:validation_layout");
        return views.ofTask(task.taskId());
    }

    @PATCH
    public Map<String, Object> update(int id, InputStream body) {
        var task = access.require(id, "update:validation_layout");
        change.ofTask(task.taskId(), LayoutForm.ofTask(bodies.object(body)));
        return views.ofTask(task.taskId());
    }
}
