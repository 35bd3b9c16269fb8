package io.limn.data.media.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_TIFF_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes pixels in a file format. Call within a {@code PointerScope}, which owns the returned bytes. */
public final class PictureEncoder {
    private static final int LZW = 5;

    private PictureEncoder() {}

    /** A baseline JPEG with optimised tables and 4:2:0 chroma. */
    public static ByteBuffer jpeg(Mat pixels, int quality) throws IOException {
        return jpeg(pixels, quality, IMWRITE_JPEG_SAMPLING_FACTOR_420);
    }

    /** A PNG. */
    public static ByteBuffer png(Mat pixels) throws IOException {
        return encode(".png", pixels);
    }

    /** A file in the given format with as little loss as the format allows; other formats become PNG. */
    static ByteBuffer faithful(Mat pixels, String format) throws IOException {
        return switch (format) {
            case "jpeg" -> jpeg(pixels, 100, IMWRITE_JPEG_SAMPLING_FACTOR_444);
            case "webp" -> encode(".webp", pixels, IMWRITE_WEBP_QUALITY, 100);
            case "tiff" -> encode(".tiff", pixels, IMWRITE_TIFF_COMPRESSION, LZW);
            default -> png(pixels);
        };
    }

    private static ByteBuffer jpeg(Mat pixels, int quality, int sampling) throws IOException {
        return encode(
                ".jpg",
                pixels,
                IMWRITE_JPEG_QUALITY,
                quality,
                IMWRITE_JPEG_OPTIMIZE,
                1,
                IMWRITE_JPEG_SAMPLING_FACTOR,
                sampling);
    }

    private static ByteBuffer encode(String extension, Mat pixels, int... options) throws IOException {
        BytePointer bytes = new BytePointer();
        if (!imencode(extension, pixels, bytes, new IntPointer(options))) {
            throw new IOException("A picture cannot be written as " + extension);
        }
        return bytes.asByteBuffer();
    }
}
