package io.limn.data.ingest;

import io.limn.data.media.SourceIndex;
import io.limn.data.media.VideoIndex;
import java.util.List;

/**
 * What the data of a task turned out to be.
 *
 * @param kind      pictures, point clouds or a video
 * @param frames    pictures or clouds in order; empty for a video
 * @param video     the file of a video, otherwise {@code null}
 * @param index     what is known of a video, otherwise {@code null}
 * @param folder    where the blobs are that were made for it
 */
record Media(SourceIndex.Kind kind, List<Frame> frames, SourceFile video, VideoIndex index, String folder) {
    boolean isVideo() {
        return kind == SourceIndex.Kind.VIDEO;
    }

    /** Whether all bytes are blobs; otherwise they are read from elsewhere. */
    boolean isStored() {
        return isVideo() ? isStored(video) : frames.stream().allMatch(frame -> isStored(frame.file()));
    }

    private static boolean isStored(SourceFile file) {
        return file.parts().stream().allMatch(part -> Sources.isBlob(part.key()));
    }

    int count() {
        return isVideo() ? index.frameCount() : frames.size();
    }

    String dimension() {
        return kind == SourceIndex.Kind.POINT_CLOUDS ? "3d" : "2d";
    }
}
