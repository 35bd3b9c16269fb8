package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.task.job.JobAccess;
import io.limn.task.job.JobScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;

/** What data-service asks about jobs, and the decision whether the user for whom it asks may have the answer. */
@Path("/internal/jobs/{id}")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InternalJobResource {
    private final JobAccess access;
    private final PlanReader plans;
    private final DeletedFrames deleted;
    private final Bodies bodies;
    private final Caller caller;

    InternalJobResource(JobAccess access, PlanReader plans, DeletedFrames deleted, Bodies bodies, Caller caller) {
        this.access = access;
        this.plans = plans;
        this.deleted = deleted;
        this.bodies = bodies;
        this.caller = caller;
    }

    private JobScope require(long id, String scope) {
        return caller.isAnonymous()
                ? access.find(id).orElseThrow(() -> ApiException.notFound("Job"))
                : access.require(id, scope);
    }

    @GET
    public JobScope facts(int id, @QueryParam("scope") @DefaultValue("view") String scope) {
        return require(id, scope);
    }

    @GET
    @Path("plan")
    public Plan plan(int id, @QueryParam("scope") @DefaultValue("view:data") String scope) {
        return plans.ofJob(require(id, scope));
    }

    @PATCH
    @Path("meta")
    public Plan meta(int id, @QueryParam("revision") Long revision, InputStream body) {
        var job = require(id, "update:metadata");
        deleted.replace(job, bodies.object(body), revision);
        return plans.ofJob(job);
    }
}
