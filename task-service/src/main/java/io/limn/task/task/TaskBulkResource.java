package io.limn.task.task;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.Lists;
import io.limn.task.access.TaskAccess;
import io.limn.task.bulk.BulkAnswer;
import io.limn.task.bulk.BulkRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Set;

/** One change of all tasks that a filter finds; each as if it were changed alone. Stage and state are those of jobs. */
@Path("/api/tasks/bulk")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskBulkResource {
    private static final Set<String> MEMBERS = Set.of("assignee_id");

    private final Tasks tasks;
    private final TaskAccess access;
    private final Lists lists;
    private final Bodies bodies;

    TaskBulkResource(Tasks tasks, TaskAccess access, Lists lists, Bodies bodies) {
        this.tasks = tasks;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @POST
    @Idempotent(manyChanges = true)
    public BulkAnswer change(InputStream body) {
        var request = BulkRequest.read(bodies.object(body), MEMBERS);
        var ids = lists.ids(TaskViews.LIST, request.filter(), access.visible(), BulkRequest.MOST);
        return request.isDeletion()
                ? BulkAnswer.of(ids, 204, tasks::delete)
                : BulkAnswer.of(
                        ids,
                        200,
                        id -> tasks.update(id, Bodies.object(request.set().node())));
    }
}
