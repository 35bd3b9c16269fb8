package io.limn.data.frame;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Makes the answers that carry media. */
@ApplicationScoped
class Answers {
    private final Builds builds;
    private final SingleFrames frames;
    private final ContextImages context;

    Answers(Builds builds, SingleFrames frames, ContextImages context) {
        this.builds = builds;
        this.frames = frames;
        this.context = context;
    }

    /** A chunk of the given source positions, straight from the file. */
    Response chunk(FramePlan plan, List<Integer> positions, boolean original) {
        Failures.requireConnected(plan);
        Recipe recipe = Recipes.chunk(plan, positions, original);
        DerivedFile file = Failures.worded(plan.jobId() != null, () -> builds.get(recipe));
        Response.ResponseBuilder answer =
                file(file, recipe.kind().mediaType()).header("X-Checksum", Long.toString(file.checksum()));
        if (plan.chunksUpdatedDate() != null) {
            answer.header("X-Updated-Date", Timestamps.format(plan.chunksUpdatedDate()));
        }
        return answer.build();
    }

    /** One frame. */
    Response frame(FramePlan plan, int number, boolean original) {
        Failures.requireConnected(plan);
        SingleFrames.Frame frame = Failures.worded(false, () -> frames.get(plan, number, original));
        return Response.ok(new SourceStream(frame.bytes()))
                .type(frame.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, frame.bytes().length())
                .build();
    }

    /** The pictures beside a frame. */
    Response context(FramePlan plan, int number) {
        Failures.requireConnected(plan);
        byte[] archive = Failures.worded(false, () -> context.archive(plan, number));
        return Response.ok(archive).type("application/zip").build();
    }

    /** The preview of a source position. */
    Response preview(FramePlan plan, int position) {
        if (plan.isPointClouds()) {
            return Response.ok(StockPreview.bytes()).type("image/jpeg").build();
        }
        Failures.requireConnected(plan);
        Recipe recipe = Recipes.preview(plan, position);
        return file(Failures.worded(false, () -> builds.get(recipe)), "image/jpeg")
                .build();
    }

    private static Response.ResponseBuilder file(DerivedFile file, String mediaType) {
        return Response.ok(file.path()).type(mediaType).header(HttpHeaders.CONTENT_LENGTH, file.size());
    }

    /**
     * Refuses a task or job without media.
     *
     * @throws ApiException 404
     */
    static void requireData(FramePlan plan) {
        if (!plan.hasData()) {
            throw ApiException.notFound();
        }
    }
}
