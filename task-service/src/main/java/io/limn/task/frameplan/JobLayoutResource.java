package io.limn.task.frameplan;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.task.job.JobAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Map;

/** The honeypots of jobs. */
@Path("/api/jobs/{id}/validation_layout")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobLayoutResource {
    private final JobAccess access;
    private final LayoutViews views;
    private final LayoutChange change;
    private final Bodies bodies;

    JobLayoutResource(JobAccess access, LayoutViews views, LayoutChange change, Bodies bodies) {
        this.access = access;
        this.views = views;
        this.change = change;
        this.bodies = bodies;
    }

    @GET
    public Map<String, Object> get(int id) {
        var job = access.require(id, "view:validation_layout");
        return views.ofJob(job);
    }

    @PATCH
    public Map<String, Object> update(int id, InputStream body) {
        var job = access.require(id, "update:validation_layout");
        change.ofJob(job, LayoutForm.ofJob(bodies.object(body)));
        return views.ofJob(job);
    }
}
