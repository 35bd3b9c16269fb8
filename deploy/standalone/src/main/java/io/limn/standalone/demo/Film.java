package io.limn.standalone.demo;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Writes pictures of one size, even in both directions, as an MP4 file with H.264. */
public final class Film implements AutoCloseable {
    static final int FRAMES_PER_SECOND = 25;

    private final AVFormatContext file = new AVFormatContext(null);
    private final AVCodecContext encoder;
    private final AVStream stream;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();

    private Film(Path path, int width, int height) {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new IllegalStateException("this FFmpeg has no H.264 encoder");
        }
        check(avformat_alloc_output_context2(file, null, "mp4", path.toString()), "name the film");
        encoder = avcodec_alloc_context3(codec);
        encoder.width(width);
        encoder.height(height);
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(rational(1, FRAMES_PER_SECOND));
        encoder.framerate(rational(FRAMES_PER_SECOND, 1));
        encoder.bit_rate(2_000_000);
        encoder.gop_size(FRAMES_PER_SECOND);
        encoder.thread_count(1);
        if ((file.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec_open2(encoder, codec, (AVDictionary) null), "open the encoder");
        stream = avformat_new_stream(file, null);
        check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describe the film");
        stream.time_base(encoder.time_base());
        AVIOContext output = new AVIOContext(null);
        check(avio_open(output, path.toString(), AVIO_FLAG_WRITE), "open " + path);
        file.pb(output);
        check(avformat_write_header(file, (AVDictionary) null), "begin the film");
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        check(av_frame_get_buffer(frame, 0), "make room for a picture");
    }

    /**
     * Writes a film.
     *
     * @param pictures gives the picture of each frame from 0
     */
    public static void write(Path path, int width, int height, int frames, IntFunction<BufferedImage> pictures) {
        av_log_set_level(AV_LOG_ERROR);
        try (Film film = new Film(path, width, height)) {
            for (int number = 0; number < frames; number++) {
                film.add(pictures.apply(number), number);
            }
            film.finish();
        }
    }

    private void add(BufferedImage picture, int number) {
        check(av_frame_make_writable(frame), "reuse a picture");
        fill(picture);
        frame.pts(number);
        // Without it the last picture would last no time, and players would leave it out.
        frame.duration(1);
        encode(frame);
    }

    private void finish() {
        encode(null);
        check(av_write_trailer(file), "end the film");
    }

    private void encode(AVFrame next) {
        check(avcodec_send_frame(encoder, next), "encode");
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            if (packet.duration() == 0) {
                packet.duration(1);
            }
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            check(av_interleaved_write_frame(file, packet), "write");
        }
    }

    /** Colours by ITU-R BT.601 in the limited range; one pair of colour values for four pixels. */
    private void fill(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            byte[] brightness = new byte[width];
            byte[] blue = new byte[width / 2];
            byte[] red = new byte[width / 2];
            for (int x = 0; x < width; x++) {
                int r = row[x] >> 16 & 0xFF;
                int g = row[x] >> 8 & 0xFF;
                int b = row[x] & 0xFF;
                brightness[x] = (byte) (16 + (66 * r + 129 * g + 25 * b + 128 >> 8));
                blue[x / 2] = (byte) (128 + (-38 * r - 74 * g + 112 * b + 128 >> 8));
                red[x / 2] = (byte) (128 + (112 * r - 94 * g - 18 * b + 128 >> 8));
            }
            put(0, y, brightness);
            if (y % 2 == 0) {
                put(1, y / 2, blue);
                put(2, y / 2, red);
            }
        }
    }

    private void put(int plane, int row, byte[] values) {
        BytePointer target = frame.data(plane);
        target.position((long) row * frame.linesize(plane)).put(values);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(encoder);
        if (file.pb() != null) {
            avio_closep(file.pb());
        }
        avformat_free_context(file);
    }

    private static AVRational rational(int over, int under) {
        return new AVRational().num(over).den(under);
    }

    private static void check(int code, String what) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg could not " + what + " (" + code + ")");
        }
    }
}
