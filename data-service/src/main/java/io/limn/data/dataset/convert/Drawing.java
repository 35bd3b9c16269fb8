package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** What OpenCV draws and finds: the tools around dataset formats are built on it, and pixels have to agree. */
final class Drawing {
    private static final int MARGIN = 2;
    private static final int FILLED = -1;

    static {
        // Native libraries are unpacked on first use, into a folder that this process may write to.
        if (System.getProperty("org.bytedeco.javacpp.cachedir") == null) {
            System.setProperty("org.bytedeco.javacpp.cachedir", System.getProperty("java.io.tmpdir") + "/limn-native");
        }
    }

    private Drawing() {}

    /** The pixels of an ellipse, its centre and radii rounded. */
    static Mask ellipse(double centreX, double centreY, double radiusX, double radiusY, double degrees) {
        int x = (int) Math.rint(centreX);
        int y = (int) Math.rint(centreY);
        int across = Math.abs((int) Math.rint(radiusX));
        int down = Math.abs((int) Math.rint(radiusY));
        int reach = Math.max(across, down) + MARGIN;
        int side = 2 * reach + 1;
        try (var scope = new PointerScope();
                var picture = new Mat(side, side, opencv_core.CV_8UC1, new Scalar(0))) {
            opencv_imgproc.ellipse(
                    picture,
                    new Point(reach, reach),
                    new Size(across, down),
                    degrees,
                    0,
                    360,
                    new Scalar(1),
                    FILLED,
                    opencv_imgproc.LINE_8,
                    0);
            var bits = new BitSet(side * side);
            UByteIndexer pixels = picture.createIndexer();
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    if (pixels.get(row, column) != 0) {
                        bits.set(row * side + column);
                    }
                }
            }
            return Mask.of(x - reach, y - reach, side, side, bits).tight();
        }
    }

    /** The lines around and within a mask, as corners of pixels' centres; those of fewer than three are left out. */
    static List<Points> contours(Mask mask) {
        var lines = new ArrayList<Points>();
        int width = mask.width() + 2 * MARGIN;
        int height = mask.height() + 2 * MARGIN;
        try (var scope = new PointerScope();
                var picture = new Mat(height, width, opencv_core.CV_8UC1, new Scalar(0));
                var found = new MatVector()) {
            UByteIndexer pixels = picture.createIndexer();
            for (int y = 0; y < mask.height(); y++) {
                for (int x = 0; x < mask.width(); x++) {
                    if (mask.get(mask.left() + x, mask.top() + y)) {
                        pixels.put(y + MARGIN, x + MARGIN, 1);
                    }
                }
            }
            opencv_imgproc.findContours(
                    picture, found, opencv_imgproc.RETR_TREE, opencv_imgproc.CHAIN_APPROX_TC89_KCOS);
            for (long i = 0; i < found.size(); i++) {
                var line = found.get(i);
                if (line.rows() > 2) {
                    lines.add(points(line, mask.left() - MARGIN, mask.top() - MARGIN));
                }
            }
        }
        return lines;
    }

    private static Points points(Mat line, int left, int top) {
        IntIndexer corners = line.createIndexer();
        var points = new double[line.rows() * 2];
        for (int i = 0; i < line.rows(); i++) {
            points[2 * i] = corners.get(i, 0, 0) + left;
            points[2 * i + 1] = corners.get(i, 0, 1) + top;
        }
        return Points.of(points);
    }
}
