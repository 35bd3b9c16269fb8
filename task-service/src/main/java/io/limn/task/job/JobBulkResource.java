package io.limn.task.job;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.Lists;
import io.limn.task.bulk.BulkAnswer;
import io.limn.task.bulk.BulkRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Set;

/** One change of all jobs that a filter finds; each as if it were changed alone. */
@Path("/api/jobs/bulk")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobBulkResource {
    private static final Set<String> MEMBERS = Set.of("assignee", "stage", "state");

    private final Jobs jobs;
    private final JobRemoval removal;
    private final JobAccess access;
    private final Lists lists;
    private final Bodies bodies;

    JobBulkResource(Jobs jobs, JobRemoval removal, JobAccess access, Lists lists, Bodies bodies) {
        this.jobs = jobs;
        this.removal = removal;
        this.access = access;
        this.lists = lists;
        this.bodies = bodies;
    }

    @POST
    @Idempotent(manyChanges = true)
    public BulkAnswer change(InputStream body) {
        var input = bodies.object(body);
        var request = BulkRequest.read(input, MEMBERS);
        if (!request.isDeletion()) {
            request.set().choice("stage", JobChange.STAGES).present();
            request.set().choice("state", JobChange.STATES).present();
            input.check();
        }
        var ids = lists.ids(JobViews.LIST, request.filter(), access.visible(), BulkRequest.MOST);
        return request.isDeletion()
                ? BulkAnswer.of(ids, 204, removal::remove)
                : BulkAnswer.of(
                        ids,
                        200,
                        id -> jobs.update(id, Bodies.object(request.set().node())));
    }
}
