package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;

/** Makes videos whose frames show their own numbers. */
public final class TestVideos {
    private String codec = "libopenh264";
    private String extension = ".mp4";
    private int width = 96;
    private int height = 64;
    private int frames = 30;
    private int keyEvery = 10;
    private int betweenFrames;
    private int clockwise;

    private TestVideos() {}

    /** H.264 in MP4, 96 by 64 pixels, 30 frames, a key frame every ten. */
    public static TestVideos h264() {
        return new TestVideos();
    }

    /** MPEG-4 with frames that refer to later ones. */
    public static TestVideos mpeg4() {
        TestVideos video = new TestVideos();
        video.codec = "mpeg4";
        video.betweenFrames = 2;
        return video;
    }

    public TestVideos frames(int count) {
        frames = count;
        return this;
    }

    public TestVideos size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        return this;
    }

    public TestVideos in(String newExtension) {
        extension = newExtension;
        return this;
    }

    /** Asks players to turn the picture clockwise. */
    public TestVideos turned(int degrees) {
        clockwise = degrees;
        return this;
    }

    /** The bytes of the file. */
    public byte[] bytes() throws IOException {
        Path file = Files.createTempFile("limn-video", extension);
        try (PointerScope scope = new PointerScope()) {
            write(file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file) throws IOException {
        AVFormatContext format = new AVFormatContext(null);
        avformat_alloc_output_context2(format, null, null, file.toString());
        AVCodec encoder = avcodec_find_encoder_by_name(codec);
        AVCodecContext context = avcodec_alloc_context3(encoder);
        boolean jpeg = codec.equals("mjpeg");
        int pixels = jpeg ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
        context.width(width)
                .height(height)
                .pix_fmt(pixels)
                .time_base(av_make_q(1, 25))
                .framerate(av_make_q(25, 1));
        context.gop_size(keyEvery)
                .max_b_frames(betweenFrames)
                .qmin(4)
                .qmax(8)
                .bit_rate(4_000_000)
                .thread_count(1);
        if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        require(avcodec_open2(context, encoder, (AVDictionary) null));
        AVStream stream = avformat_new_stream(format, null);
        avcodec_parameters_from_context(stream.codecpar(), context);
        stream.time_base(av_make_q(1, 25));
        if (clockwise != 0) {
            turn(stream);
        }
        AVIOContext io = new AVIOContext(null);
        require(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
        format.pb(io);
        require(avformat_write_header(format, (AVDictionary) null));
        encode(format, stream, context, pixels);
        av_write_trailer(format);
        avio_close(io);
        avcodec_free_context(context);
        avformat_free_context(format);
    }

    private void encode(AVFormatContext format, AVStream stream, AVCodecContext context, int pixels)
            throws IOException {
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        frame.format(pixels).width(width).height(height);
        require(av_frame_get_buffer(frame, 64));
        for (int i = 0; i <= frames; i++) {
            if (i < frames) {
                av_frame_make_writable(frame);
                FrameCode.draw(frame, i);
                frame.pts(i);
            }
            require(avcodec_send_frame(context, i < frames ? frame : null));
            while (avcodec_receive_packet(context, packet) >= 0) {
                packet.duration(1);
                av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
                packet.stream_index(0);
                require(av_interleaved_write_frame(format, packet));
            }
        }
        av_frame_free(frame);
        av_packet_free(packet);
    }

    private void turn(AVStream stream) {
        int[] matrix = new int[9];
        av_display_rotation_set(matrix, clockwise);
        IntPointer count = new IntPointer(1).put(stream.codecpar().nb_coded_side_data());
        var sides = new org.bytedeco.javacpp.PointerPointer<>(1);
        sides.put(0, stream.codecpar().coded_side_data());
        var side = av_packet_side_data_new(sides, count, AV_PKT_DATA_DISPLAYMATRIX, 36, 0);
        new IntPointer(side.data()).put(matrix);
        stream.codecpar()
                .coded_side_data(new org.bytedeco.ffmpeg.avcodec.AVPacketSideData(sides.get(0)))
                .nb_coded_side_data(count.get());
    }

    private static void require(int result) throws IOException {
        if (result < 0) {
            throw new IOException("FFmpeg refuses: " + result);
        }
    }
}
