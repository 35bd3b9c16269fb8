package io.limn.data.media.image;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import org.bytedeco.opencv.opencv_core.Mat;

/** Turns pixels upright. */
public final class Orientation {
    private Orientation() {}

    /** Applies an EXIF orientation, 1 to 8. */
    static Mat upright(Mat pixels, int orientation) {
        Mat turned = new Mat();
        switch (orientation) {
            case 2 -> flip(pixels, turned, 1);
            case 3 -> rotate(pixels, turned, ROTATE_180);
            case 4 -> flip(pixels, turned, 0);
            case 5 -> transpose(pixels, turned);
            case 6 -> rotate(pixels, turned, ROTATE_90_CLOCKWISE);
            case 7 -> {
                Mat transposed = new Mat();
                transpose(pixels, transposed);
                rotate(transposed, turned, ROTATE_180);
            }
            case 8 -> rotate(pixels, turned, ROTATE_90_COUNTERCLOCKWISE);
            default -> {
                return pixels;
            }
        }
        return turned;
    }

    /** Rotates clockwise by a multiple of 90 degrees. */
    public static Mat rotated(Mat pixels, int degrees) {
        return switch (degrees) {
            case 90 -> upright(pixels, 6);
            case 180 -> upright(pixels, 3);
            case 270 -> upright(pixels, 8);
            default -> pixels;
        };
    }
}
