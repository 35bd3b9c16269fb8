package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_TARGA;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;

/** Hands a whole file to a codec, for formats that have no signature by which a container could be found. */
final class RawPicture {
    private final MediaLimits limits;

    RawPicture(MediaLimits limits) {
        this.limits = limits;
    }

    Mat targa(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        if (source.length() > limits.fileBytes()) {
            throw UnreadableMediaException.image(name);
        }
        AVCodec codec = avcodec_find_decoder(AV_CODEC_ID_TARGA);
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try (FrameConverter converter = new FrameConverter()) {
            byte[] bytes = source.readUpTo(0, (int) source.length());
            context.max_pixels(limits.pixels());
            boolean decoded = avcodec_open2(context, codec, (AVDictionary) null) >= 0
                    && av_new_packet(packet, bytes.length) >= 0
                    && packet.data().put(bytes) != null
                    && avcodec_send_packet(context, packet) >= 0
                    && avcodec_receive_frame(context, frame) >= 0;
            if (!decoded) {
                throw UnreadableMediaException.image(name);
            }
            return converter.bgr(frame, frame.width(), frame.height()).clone();
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }
}
