package io.limn.data.decoder;

import io.limn.data.media.VideoIndex;
import io.limn.data.media.VideoIndex.KeyFrame;
import io.limn.data.media.video.FrameSize;
import java.util.List;

/**
 * One piece of work for a decoder process, about one source.
 *
 * @param action what to do
 * @param name of the file, as messages show it
 * @param video the index of the video, null for pictures
 * @param frames wanted frames of the video, absolute, in the order of the result
 * @param size of delivered frames, null for pictures
 * @param quality JPEG quality, or the quantiser of {@link Action#SAMPLES}
 */
public record Command(Action action, String name, VideoIndex video, List<Integer> frames, FrameSize size, int quality) {

    /** The kinds of work. */
    public enum Action {
        /** Facts of a picture. */
        FACTS,
        /** Decodes a picture and drops it. */
        DECODE,
        /** One part: an upright 8-bit JPEG. */
        COMPRESS,
        /** One part: the upright picture in its own format. */
        UPRIGHT,
        /** One part: a small JPEG. */
        PREVIEW,
        /** Index of a video. */
        INDEX,
        /** One part per frame: an H.264 sample. */
        SAMPLES,
        /** One part per frame: a JPEG. */
        JPEGS,
        /** One part per frame: a PNG. */
        PNGS,
        /** One part per frame: a small JPEG. */
        FRAME_PREVIEWS
    }

    public Command {
        frames = frames == null ? List.of() : List.copyOf(frames);
    }

    /** Work on a picture. */
    public static Command picture(Action action, String name, int quality) {
        return new Command(action, name, null, List.of(), null, quality);
    }

    /** Work on a video that is not indexed yet. */
    public static Command index(String name) {
        return new Command(Action.INDEX, name, null, List.of(), null, 0);
    }

    /** Work on frames of a video; only the key frames before them go along. */
    public static Command frames(
            Action action, String name, VideoIndex video, List<Integer> frames, FrameSize size, int quality) {
        return new Command(action, name, near(video, frames), frames, size, quality);
    }

    private static VideoIndex near(VideoIndex video, List<Integer> frames) {
        int first = frames.stream().mapToInt(Integer::intValue).min().orElse(0);
        int last = frames.stream().mapToInt(Integer::intValue).max().orElse(0);
        List<KeyFrame> all = video.keyFrames();
        int from = 0;
        while (from + 1 < all.size() && all.get(from + 1).frame() <= first) {
            from++;
        }
        List<KeyFrame> needed = all.subList(from, all.size()).stream()
                .takeWhile(key -> key.frame() <= last)
                .toList();
        return new VideoIndex(
                video.frameCount(),
                video.width(),
                video.height(),
                video.rotation(),
                video.codec(),
                video.stream(),
                video.frameRateNumerator(),
                video.frameRateDenominator(),
                video.timeBaseNumerator(),
                video.timeBaseDenominator(),
                video.seekable(),
                needed,
                List.of());
    }
}
