package io.limn.lambda.batch;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Privilege;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Automatic annotation of whole tasks and jobs. Without functions nothing can be queued. */
@Path("/api/lambda/requests")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class BatchesResource {
    private final Caller caller;

    BatchesResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * What is queued or runs, on one page.
     *
     * @throws ApiException 403 for users who are not even workers
     */
    @GET
    public List<Object> list() {
        if (!caller.principal().privilege().atLeast(Privilege.WORKER)) {
            throw ApiException.forbidden();
        }
        return List.of();
    }
}
