package io.limn.data.media.video;

/**
 * The size of delivered frames.
 *
 * @param width pixels, upright
 * @param height pixels, upright
 */
public record FrameSize(int width, int height) {
    private static final int TALLEST = 1080;
    private static final int MACROBLOCKS = 36_864;

    /**
     * The size of frames in compressed quality: halved until fewer than 1080 rows are left. The official client recovers the factor
     * from the two heights, so only powers of two are safe.
     */
    public FrameSize compressed() {
        int factor = 1;
        while (height / factor >= TALLEST) {
            factor *= 2;
        }
        return new FrameSize(Math.max(1, width / factor), Math.max(1, height / factor));
    }

    /** The encoder's size: even, and not smaller than one macroblock. */
    public FrameSize even() {
        return new FrameSize(Math.max(16, width + (width & 1)), Math.max(16, height + (height & 1)));
    }

    /** The size before a rotation by these degrees, or after it: the same swap. */
    public FrameSize turned(int degrees) {
        return degrees % 180 == 0 ? this : new FrameSize(/* width= */ height, /* height= */ width);
    }

    /** Whether H.264 has a level for this size. */
    public boolean encodable() {
        long blocks = ((long) width + 15) / 16 * ((height + 15L) / 16);
        return blocks <= MACROBLOCKS;
    }
}
