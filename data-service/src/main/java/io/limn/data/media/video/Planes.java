package io.limn.data.media.video;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import io.limn.data.media.image.Orientation;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Copies 4:2:0 planes from one frame to another, turned and padded by repeating the last row and column. */
final class Planes {
    private Planes() {}

    static void copy(AVFrame from, int rotation, AVFrame into) {
        try (PointerScope scope = new PointerScope()) {
            for (int plane = 0; plane < 3; plane++) {
                Mat upright = Orientation.rotated(view(from, plane), rotation);
                Mat target = view(into, plane);
                int below = target.rows() - upright.rows();
                int right = target.cols() - upright.cols();
                if (below == 0 && right == 0) {
                    upright.copyTo(target);
                } else {
                    copyMakeBorder(upright, target, 0, below, 0, right, BORDER_REPLICATE);
                }
            }
        }
    }

    private static Mat view(AVFrame frame, int plane) {
        int shift = plane == 0 ? 0 : 1;
        int rows = (frame.height() + shift) >> shift;
        int columns = (frame.width() + shift) >> shift;
        return new Mat(rows, columns, CV_8UC1, frame.data(plane), frame.linesize(plane));
    }
}
