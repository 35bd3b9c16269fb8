package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;

import java.io.IOException;

/** Moves an input to a key frame. */
final class Seeking {
    private Seeking() {}

    /** Moves to the key frame of this time or one before it; false when the container cannot. */
    static boolean toKeyFrame(VideoInput input, VideoDecoder decoder, long pts) throws IOException {
        int result = av_seek_frame(input.format(), input.stream().index(), pts, AVSEEK_FLAG_BACKWARD);
        decoder.flush();
        return result >= 0;
    }
}
