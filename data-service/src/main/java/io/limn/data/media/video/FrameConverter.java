package io.limn.data.media.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Scales frames and changes their pixel format. YUV comes out in limited range by the BT.601 matrix, which is what decoders assume of an
 * untagged stream.
 */
final class FrameConverter implements AutoCloseable {
    private static final int ONE = 1 << 16;

    /** All on which a conversion depends; a stream may change any of it on the way. */
    private record Setup(
            int width, int height, int format, int full, int matrix, int toWidth, int toHeight, int toFormat) {}

    private Setup setup;
    private SwsContext context;
    private AVFrame result;

    /** The frame as BGR pixels in the given size; valid until the next conversion. */
    Mat bgr(AVFrame frame, int width, int height) throws IOException {
        AVFrame pixels = convert(frame, width, height, AV_PIX_FMT_BGR24);
        return new Mat(height, width, CV_8UC3, pixels.data(0), pixels.linesize(0));
    }

    /** The frame as 4:2:0 planes in the given size; valid until the next conversion. */
    AVFrame yuv420(AVFrame frame, int width, int height) throws IOException {
        return convert(frame, width, height, AV_PIX_FMT_YUV420P);
    }

    private AVFrame convert(AVFrame frame, int width, int height, int format) throws IOException {
        Setup wanted = new Setup(
                frame.width(),
                frame.height(),
                frame.format(),
                fullRange(frame) ? 1 : 0,
                matrix(frame),
                width,
                height,
                format);
        if (!wanted.equals(setup)) {
            close();
            prepare(wanted);
        }
        int rows =
                sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), result.data(), result.linesize());
        if (rows <= 0) {
            throw new IOException("A frame cannot be converted");
        }
        return result;
    }

    private void prepare(Setup wanted) throws IOException {
        int flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
        context = sws_getContext(
                wanted.width,
                wanted.height,
                wanted.format,
                wanted.toWidth,
                wanted.toHeight,
                wanted.toFormat,
                flags,
                null,
                null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new IOException("A frame's pixel format cannot be converted");
        }
        sws_setColorspaceDetails(
                context,
                sws_getCoefficients(wanted.matrix),
                wanted.full,
                sws_getCoefficients(SWS_CS_ITU601),
                wanted.toFormat == AV_PIX_FMT_BGR24 ? 1 : 0,
                0,
                ONE,
                ONE);
        result = av_frame_alloc();
        result.format(wanted.toFormat).width(wanted.toWidth).height(wanted.toHeight);
        if (av_frame_get_buffer(result, 64) < 0) {
            throw new IOException("There is no memory for a frame");
        }
        setup = wanted;
    }

    private static boolean fullRange(AVFrame frame) {
        int format = frame.format();
        return frame.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ440P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    private static int matrix(AVFrame frame) {
        int space = frame.colorspace();
        if (space == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        if (space == AVCOL_SPC_BT2020_NCL) {
            return SWS_CS_BT2020;
        }
        return space == AVCOL_SPC_SMPTE240M ? SWS_CS_SMPTE240M : SWS_CS_ITU601;
    }

    @Override
    public void close() {
        if (context != null) {
            sws_freeContext(context);
            context = null;
        }
        if (result != null) {
            av_frame_free(result);
            result = null;
        }
        setup = null;
    }
}
