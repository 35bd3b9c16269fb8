package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;

/**
 * The source frames that a task takes.
 *
 * @param start first absolute frame
 * @param stop  last absolute frame that is taken
 * @param step  every how many
 * @param size  how many are taken
 */
record FrameRange(int start, int stop, int step, int size) {
    /**
     * The range that a request means.
     *
     * @param stop  last frame asked for, {@code null} for the last there is
     * @param count source frames there are
     * @throws PermanentFailure when it is empty
     */
    static FrameRange of(int start, Integer stop, int step, int count) {
        int last = stop == null ? count - 1 : Math.min(stop, count - 1);
        if (start > last) {
            throw new PermanentFailure("The start frame " + start + " lies beyond the last frame " + last);
        }
        int size = (last - start) / step + 1;
        return new FrameRange(start, start + (size - 1) * step, step, size);
    }
}
