package io.limn.task.frameplan;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.task.job.JobView;
import io.limn.task.job.JobViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Ground truth jobs, the only ones that come and go by themselves. */
@Path("/api/jobs")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class GroundTruthResource {
    private final GroundTruthJobs jobs;
    private final JobViews views;
    private final Bodies bodies;

    GroundTruthResource(GroundTruthJobs jobs, JobViews views, Bodies bodies) {
        this.jobs = jobs;
        this.views = views;
        this.bodies = bodies;
    }

    @POST
    @Idempotent
    public RestResponse<JobView> create(InputStream body) {
        var view = views.of(jobs.create(bodies.object(body)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", view.url())
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        jobs.remove(id);
    }
}
