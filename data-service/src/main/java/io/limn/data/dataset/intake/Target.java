package io.limn.data.dataset.intake;

import io.limn.data.dataset.content.Labels;
import java.util.function.IntPredicate;

/**
 * What annotations are imported into: a task or a job.
 *
 * @param labels   its labels
 * @param frames   names and numbers of its frames
 * @param first    first frame
 * @param last     last frame
 * @param included which frames it has
 * @param sizes    pixels of frames
 */
public record Target(Labels labels, FrameNames frames, int first, int last, IntPredicate included, Sizes sizes) {
    /** Tells how large frames are. */
    public interface Sizes {
        /** Pixels across a frame. */
        int width(int frame);

        /** Pixels down a frame. */
        int height(int frame);
    }
}
