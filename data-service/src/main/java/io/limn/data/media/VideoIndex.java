package io.limn.data.media;

import java.util.List;

/**
 * What is known of a video after one pass over its packets; stored once, so that later reads go straight to a frame.
 *
 * @param frameCount frames that really decode
 * @param width pixels after rotation
 * @param height pixels after rotation
 * @param rotation clockwise degrees that the container asks for: 0, 90, 180 or 270
 * @param codec FFmpeg's name of the codec, for instance h264
 * @param stream index of the video stream in the container
 * @param frameRateNumerator frames per second, numerator (0 when unknown)
 * @param frameRateDenominator frames per second, denominator (never 0)
 * @param timeBaseNumerator seconds per tick of {@link KeyFrame#pts}, numerator
 * @param timeBaseDenominator seconds per tick, denominator
 * @param seekable whether a frame can be reached from the key frame before it; otherwise decoding starts at the first frame
 * @param keyFrames where decoding can start, ascending; empty when not seekable
 * @param chapters the container's chapters in frames; empty when the video is not seekable
 */
public record VideoIndex(
        int frameCount,
        int width,
        int height,
        int rotation,
        String codec,
        int stream,
        int frameRateNumerator,
        int frameRateDenominator,
        int timeBaseNumerator,
        int timeBaseDenominator,
        boolean seekable,
        List<KeyFrame> keyFrames,
        List<Chapter> chapters) {

    public VideoIndex {
        keyFrames = List.copyOf(keyFrames);
        chapters = List.copyOf(chapters);
    }

    /**
     * A frame that decodes without others.
     *
     * @param frame its number in display order, from 0
     * @param pts its presentation time in ticks of the stream
     */
    public record KeyFrame(int frame, long pts) {}

    /**
     * A chapter of the container.
     *
     * @param id position in the container, from 0
     * @param start first frame, absolute
     * @param stop last frame, absolute, inclusive
     * @param title null when the container gives none
     */
    public record Chapter(int id, int start, int stop, String title) {}
}
