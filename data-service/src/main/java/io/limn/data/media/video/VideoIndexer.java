package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.VideoIndex.KeyFrame;
import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Counts the frames of a video and finds where decoding can start. Packets alone tell it when their timestamps are complete and unique
 * and the first and last groups decode as counted; otherwise every frame is decoded once.
 */
public final class VideoIndexer {
    private final MediaLimits limits;

    public VideoIndexer(MediaLimits limits) {
        this.limits = limits;
    }

    /** Indexes a video. */
    public VideoIndex index(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        Timeline timeline;
        try (VideoInput input = new VideoInput(source, name)) {
            timeline = PacketTimeline.read(input);
        }
        try (VideoInput input = new VideoInput(source, name);
                VideoDecoder decoder = new VideoDecoder(input, limits, name)) {
            AVFrame first = decoder.next();
            if (first == null) {
                throw UnreadableMediaException.video(name);
            }
            FrameSize stored = new FrameSize(first.width(), first.height());
            boolean trusted = timeline.trusted()
                    && first.best_effort_timestamp() == timeline.times()[0]
                    && lastGroupDecodes(input, decoder, timeline);
            if (!trusted) {
                timeline = decodeAll(source, name);
            }
            return describe(input, stored, timeline);
        }
    }

    private static boolean lastGroupDecodes(VideoInput input, VideoDecoder decoder, Timeline timeline)
            throws IOException {
        KeyFrame last = timeline.keyFrames().getLast();
        if (!Seeking.toKeyFrame(input, decoder, last.pts())) {
            return false;
        }
        int frames = 0;
        for (AVFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
            frames += frame.best_effort_timestamp() >= last.pts() ? 1 : 0;
        }
        return last.frame() + frames == timeline.count();
    }

    private Timeline decodeAll(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        try (VideoInput input = new VideoInput(source, name);
                VideoDecoder decoder = new VideoDecoder(input, limits, name)) {
            Timeline.Builder builder = new Timeline.Builder();
            for (AVFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                boolean key = (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
                builder.add(frame.best_effort_timestamp(), key);
            }
            return builder.inDecodeOrder();
        }
    }

    private static VideoIndex describe(VideoInput input, FrameSize stored, Timeline timeline) {
        AVStream stream = input.stream();
        int rotation = DisplayMatrix.clockwiseDegrees(stream);
        FrameSize upright = stored.turned(rotation);
        AVRational rate = stream.avg_frame_rate();
        AVRational base = stream.time_base();
        boolean seekable = !timeline.keyFrames().isEmpty();
        List<VideoIndex.Chapter> chapters = seekable ? Chapters.read(input, timeline.times()) : List.of();
        return new VideoIndex(
                timeline.count(),
                upright.width(),
                upright.height(),
                rotation,
                org.bytedeco
                        .ffmpeg
                        .global
                        .avcodec
                        .avcodec_get_name(stream.codecpar().codec_id())
                        .getString(),
                stream.index(),
                rate.num(),
                Math.max(1, rate.den()),
                base.num(),
                base.den(),
                seekable,
                timeline.keyFrames(),
                chapters);
    }

    /** Whether a timestamp was given. */
    static boolean known(long time) {
        return time != AV_NOPTS_VALUE;
    }
}
