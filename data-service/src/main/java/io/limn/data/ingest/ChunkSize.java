package io.limn.data.ingest;

/** How many frames a chunk holds when the request does not say. */
final class ChunkSize {
    private static final int VIDEO = 36;
    private static final int FEWEST = 2;
    private static final int MOST = 72;
    private static final long HD_PIXELS = 1920L * 1080;

    private ChunkSize() {}

    /** As many pictures as make up 36 HD frames, within limits. */
    static int ofPictures(int width, int height) {
        long pixels = Math.max(1, (long) width * height);
        return (int) Math.clamp(VIDEO * HD_PIXELS / pixels, FEWEST, MOST);
    }

    static int ofVideo() {
        return VIDEO;
    }
}
