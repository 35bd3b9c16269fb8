package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_CONSTRAINED_BASELINE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import io.limn.data.media.PartOutput;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes H.264 that the browser's decoder plays: constrained baseline, no B-frames, one key frame at the start, a fixed quantiser. Each
 * frame becomes one part in Annex B form.
 */
final class H264Encoder implements AutoCloseable {
    private static final int FRAMES_PER_SECOND = 25;
    private static final int NO_SECOND_KEY_FRAME = 1 << 20;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final PartOutput output;
    private long next;

    H264Encoder(FrameSize size, int quantizer, PartOutput output) throws IOException {
        this.output = output;
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        context = avcodec_alloc_context3(codec);
        context.width(size.width()).height(size.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_MPEG);
        context.time_base(av_make_q(1, FRAMES_PER_SECOND)).framerate(av_make_q(FRAMES_PER_SECOND, 1));
        context.gop_size(NO_SECOND_KEY_FRAME).max_b_frames(0).thread_count(1);
        context.profile(AV_PROFILE_H264_CONSTRAINED_BASELINE);
        context.qmin(quantizer).qmax(quantizer);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "allow_skip_frames", "0", 0);
        av_dict_set(options, "rc_mode", "quality", 0);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        frame.format(AV_PIX_FMT_YUV420P).width(size.width()).height(size.height());
        if (opened < 0 || av_frame_get_buffer(frame, 64) < 0) {
            close();
            throw new IOException("The video encoder refuses frames of " + size.width() + "x" + size.height());
        }
    }

    /** The frame to be filled with the next picture's planes. */
    AVFrame blank() {
        av_frame_make_writable(frame);
        return frame;
    }

    /** Encodes the filled frame. */
    void encode() throws IOException {
        frame.pts(next++);
        if (avcodec_send_frame(context, frame) < 0) {
            throw new IOException("The video encoder refuses a frame");
        }
        drain();
    }

    /** Writes what is still inside. */
    void finish() throws IOException {
        avcodec_send_frame(context, null);
        drain();
    }

    private void drain() throws IOException {
        while (avcodec_receive_packet(context, packet) >= 0) {
            output.part(packet.data().capacity(packet.size()).asByteBuffer());
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
