package io.limn.lambda.function;

import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Model functions that annotators can call. No function platform is connected so far, so there are none. */
@Path("/api/lambda/functions")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class FunctionsResource {
    /** All functions, on one page, for every signed-in user. */
    @GET
    public List<Object> list() {
        return List.of();
    }
}
