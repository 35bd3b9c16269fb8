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
import java.util.List;

/** Delivers the chunks, frames and context images of a job. */
@Path("/api/jobs/{id}/data")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class JobFrameResource {
    private final Plans plans;
    private final Answers answers;
    private final Previews previews;

    JobFrameResource(Plans plans, Answers answers, Previews previews) {
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
            @QueryParam("number") String number,
            @QueryParam("index") String index) {
        FramePlan plan = plans.job(id, "view:data");
        DataQuery query = DataQuery.ofJob(type, DataQuery.quality(request, quality), number, index);
        if (query.type().equals("preview")) {
            return previews.ofJob(plan);
        }
        Answers.requireData(plan);
        if (query.type().equals("chunk")) {
            List<Integer> positions =
                    query.index() != null ? Grid.ofJob(plan, query.index()) : Grid.ofJobInTask(plan, query.number());
            return answers.chunk(plan, positions, query.original());
        }
        int frame = frame(plan, query.number());
        return query.type().equals("frame")
                ? answers.frame(plan, frame, query.original())
                : answers.context(plan, frame);
    }

    private static int frame(FramePlan plan, long number) {
        if (number < 0 || number > Integer.MAX_VALUE || !plan.owns((int) number)) {
            throw ApiException.of(400, "Incorrect requested frame number: " + number);
        }
        return (int) number;
    }
}
