package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** An opened container: the packets of its first video stream (or of the largest picture of an icon). */
final class VideoInput implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    /** Containers that carry their own bytes: playlists and scripts, which name other files or addresses, are not among them. */
    private static final String CONTAINERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,"
            + "h264,hevc,av1,obu,ivf,flv,live_flv,ogg,asf,asf_o,mxf,gxf,nut,dv,rm,wtv,swf,vc1,h263,h261,cavsvideo,mjpeg,dirac,"
            + "apng,gif,ico,avif,bmp_pipe,jpeg_pipe,png_pipe,webp_pipe,tiff_pipe,j2k_pipe,psd_pipe,exr_pipe,dds_pipe,"
            + "dpx_pipe,pcx_pipe,pgm_pipe,ppm_pipe,pbm_pipe,pam_pipe,sgi_pipe,sunrast_pipe,qoi_pipe,jpegxl_pipe,hdr_pipe";

    private final SourceCallbacks.Input input;
    private final long number;
    private final AVIOContext io;
    private final Pointer opaque;
    private AVFormatContext format;
    private AVPacket packet;
    private int video = -1;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    VideoInput(SeekableSource source, String name) throws IOException, UnreadableMediaException {
        input = new SourceCallbacks.Input(source);
        number = SourceCallbacks.register(input);
        opaque = SourceCallbacks.opaque(number);
        io = avio_alloc_context(
                new BytePointer(av_malloc(BUFFER)),
                BUFFER,
                0,
                opaque,
                SourceCallbacks.READ,
                null,
                SourceCallbacks.SEEK);
        format = avformat_alloc_context();
        format.pb(io);
        try {
            open(name);
        } catch (IOException | UnreadableMediaException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void open(String name) throws IOException, UnreadableMediaException {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        AVFormatContext opening = format;
        // A failed open frees the context.
        format = null;
        int result = avformat_open_input(opening, (String) null, null, options);
        av_dict_free(options);
        input.rethrow();
        if (result < 0) {
            throw UnreadableMediaException.video(name);
        }
        format = opening;
        if (avformat_find_stream_info(format, (AVDictionary) null) < 0) {
            input.rethrow();
            throw UnreadableMediaException.video(name);
        }
        video = firstVideo();
        if (video < 0) {
            throw UnreadableMediaException.video(name);
        }
        packet = av_packet_alloc();
    }

    /** The first stream of pictures that is no cover art; of several still pictures the largest. */
    private int firstVideo() {
        int best = -1;
        long bestArea = 0;
        boolean icons = format.iformat().name().getString().equals("ico");
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream stream = format.streams(i);
            boolean cover =
                    (stream.disposition() & org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
            long area = (long) stream.codecpar().width() * stream.codecpar().height();
            boolean better = best < 0 || (icons && area > bestArea);
            if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !cover && better) {
                best = i;
                bestArea = area;
            }
        }
        return best;
    }

    AVFormatContext format() {
        return format;
    }

    AVStream stream() {
        return format.streams(video);
    }

    /** The next packet of the video stream, valid until the next call; null at the end or where the file is cut. */
    AVPacket next() throws IOException {
        org.bytedeco.ffmpeg.global.avcodec.av_packet_unref(packet);
        while (av_read_frame(format, packet) >= 0) {
            if (packet.stream_index() == video) {
                return packet;
            }
            org.bytedeco.ffmpeg.global.avcodec.av_packet_unref(packet);
        }
        input.rethrow();
        return null;
    }

    @Override
    public void close() {
        if (packet != null) {
            av_packet_free(packet);
        }
        if (format != null) {
            avformat_close_input(format);
        }
        av_free(io.buffer());
        avio_context_free(io);
        SourceCallbacks.forget(number);
    }
}
