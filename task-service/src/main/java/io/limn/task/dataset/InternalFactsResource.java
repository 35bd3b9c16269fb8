package io.limn.task.dataset;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Tells data-service what it exports or imports into; whether the user may have that was decided before. */
@Path("/internal/datasets")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InternalFactsResource {
    private final FactsReader facts;

    InternalFactsResource(FactsReader facts) {
        this.facts = facts;
    }

    @GET
    @Path("projects/{id}")
    public DatasetFacts project(long id) {
        return facts.project(id);
    }

    @GET
    @Path("tasks/{id}")
    public DatasetFacts task(long id) {
        return facts.task(id);
    }

    @GET
    @Path("jobs/{id}")
    public DatasetFacts job(long id) {
        return facts.job(id);
    }
}
