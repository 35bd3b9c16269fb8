package io.limn.data.frame;

import io.limn.data.frame.Recipe.Kind;
import java.util.List;

/** Chooses how a chunk is made from what the plan says of its frames. */
final class Recipes {
    private static final int BEST = 100;

    private Recipes() {}

    /** A chunk of the given source positions. */
    static Recipe chunk(FramePlan plan, List<Integer> positions, boolean original) {
        return placed(plan, ofKind(plan, positions, original));
    }

    /** Objects of a cloud storage may be others in another storage. */
    private static Recipe placed(FramePlan plan, Recipe recipe) {
        return plan.isInCloud() ? recipe.in(plan.cloudStorageId()) : recipe;
    }

    private static Recipe ofKind(FramePlan plan, List<Integer> positions, boolean original) {
        int quality = plan.imageQuality();
        if (plan.isPointClouds()) {
            return new Recipe(plan.dataId(), Kind.POINT_CLOUDS, positions, 0, true);
        }
        if (plan.isSelection()) {
            Kind kind = plan.isVideo() ? Kind.VIDEO_PICTURES : Kind.COMPRESSED_PICTURES;
            return new Recipe(plan.dataId(), kind, positions, original ? BEST : quality, true);
        }
        if (plan.isVideo()) {
            boolean video = original || "video".equals(plan.compressedChunkType());
            Kind kind = video ? Kind.VIDEO : Kind.VIDEO_PICTURES;
            return new Recipe(plan.dataId(), kind, positions, original ? BEST : quality, original || !video);
        }
        return original
                ? new Recipe(plan.dataId(), Kind.ORIGINAL_PICTURES, positions, 0, true)
                : new Recipe(plan.dataId(), Kind.COMPRESSED_PICTURES, positions, quality, true);
    }

    /** The preview of one source position. */
    static Recipe preview(FramePlan plan, int position) {
        return placed(plan, new Recipe(plan.dataId(), Kind.PREVIEW, List.of(position), 0, false));
    }
}
