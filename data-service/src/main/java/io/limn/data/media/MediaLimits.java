package io.limn.data.media;

/**
 * What decoding one picture or frame may cost.
 *
 * @param pixels the most pixels of a picture or a frame, checked in the header before anything is decoded
 * @param fileBytes the largest picture file that is read into memory
 */
public record MediaLimits(long pixels, long fileBytes) {
    /** Limits that fit the default memory of a decoder process. */
    public static final MediaLimits DEFAULT = new MediaLimits(100_000_000L, 512L << 20);
}
