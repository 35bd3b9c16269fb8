package io.limn.data.frame;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Delivers the chunks, frames and context images of a task. */
@Path("/api/tasks/{id}/data")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class TaskFrameResource {
    private final Plans plans;
    private final Answers answers;
    private final Previews previews;

    TaskFrameResource(Plans plans, Answers answers, Previews previews) {
        this.plans = plans;
        this.answers = answers;
        this.previews = previews;
    }

    /** A chunk, a frame, context images or the preview. */
    @GET
    public Response get(
            @PathParam("id") int id,
            @QueryParam("type") String type,
            @QueryParam("quality") String quality,
            HttpServerRequest request,
            @QueryParam("number") String number) {
        FramePlan plan = plans.task(id, "view:data");
        DataQuery query = DataQuery.ofTask(type, DataQuery.quality(request, quality), number);
        if (query.type().equals("preview")) {
            return previews.ofTask(plan);
        }
        Answers.requireData(plan);
        if (query.type().equals("chunk")) {
            return answers.chunk(plan, Grid.ofTask(plan, query.number()), query.original());
        }
        int frame = frame(plan, query.number());
        return query.type().equals("frame")
                ? answers.frame(plan, frame, query.original())
                : answers.context(plan, frame);
    }

    private static int frame(FramePlan plan, long number) {
        if (number < 0 || number >= plan.size()) {
            throw ApiException.of(
                    400,
                    "Invalid frame '" + number + "'. The frame number should be in the [0, " + plan.size() + "] range");
        }
        return (int) number;
    }
}
