package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the packets of an input in order. Damaged packets are skipped, as a player would. */
final class VideoDecoder implements AutoCloseable {
    private final VideoInput input;
    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private boolean drained;

    VideoDecoder(VideoInput input, MediaLimits limits, String name) throws UnreadableMediaException {
        this.input = input;
        AVCodec codec = avcodec_find_decoder(input.stream().codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw UnreadableMediaException.video(name);
        }
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, input.stream().codecpar());
        context.thread_count(1);
        context.max_pixels(limits.pixels());
        context.pkt_timebase(input.stream().time_base());
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            close();
            throw UnreadableMediaException.video(name);
        }
    }

    /** The next frame in display order, valid until the next call; null at the end. */
    AVFrame next() throws IOException {
        while (true) {
            int result = avcodec_receive_frame(context, frame);
            if (result >= 0) {
                return frame;
            }
            if (drained) {
                return null;
            }
            AVPacket packet = input.next();
            drained = packet == null;
            avcodec_send_packet(context, packet);
        }
    }

    /** Forgets everything decoded so far; to be called after the input was moved. */
    void flush() {
        avcodec_flush_buffers(context);
        drained = false;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
