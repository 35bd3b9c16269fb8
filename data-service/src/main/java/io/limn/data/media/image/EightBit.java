package io.limn.data.media.image;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.LUT;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Brings pixels to 8-bit gray or BGR, as the compressed quality of the CVAT API asks: alpha is dropped without blending, deep gray is
 * spread over the range and equalised, deep colour keeps its high byte.
 */
public final class EightBit {
    /** Turns rounding into floor: conversion rounds half to even. */
    private static final double FLOOR = -0.4999;

    private EightBit() {}

    /** Converts any decoded picture. */
    public static Mat of(Mat pixels) {
        Mat colors = withoutAlpha(pixels);
        if (colors.depth() == CV_8U) {
            return colors;
        }
        if (colors.channels() == 1 && colors.depth() == CV_16U) {
            return equalized(spread(colors));
        }
        double factor = 1;
        if (colors.depth() == CV_16U) {
            factor = 1 / 256.0;
        } else if (colors.depth() == CV_32S && colors.channels() == 1) {
            factor = 256 / Math.max(1, range(colors)[1]);
        }
        return converted(colors, factor, FLOOR);
    }

    private static Mat withoutAlpha(Mat pixels) {
        if (pixels.channels() != 4) {
            return pixels;
        }
        Mat colors = new Mat();
        cvtColor(pixels, colors, COLOR_BGRA2BGR);
        return colors;
    }

    private static Mat spread(Mat gray) {
        double[] range = range(gray);
        double width = range[1] - range[0];
        double factor = width == 0 ? 0 : 255 / width;
        // The small excess keeps the highest value at 255 in spite of the floor.
        return converted(gray, factor, -range[0] * factor + FLOOR + 1e-7);
    }

    private static double[] range(Mat gray) {
        double[] low = new double[1];
        double[] high = new double[1];
        minMaxLoc(gray, low, high, null, null, null);
        return new double[] {low[0], high[0]};
    }

    private static Mat converted(Mat pixels, double factor, double offset) {
        Mat wide = pixels;
        if (pixels.depth() == CV_32S) {
            wide = new Mat();
            pixels.convertTo(wide, CV_64F);
        }
        Mat eight = new Mat();
        wide.convertTo(eight, CV_8U, factor, offset);
        return eight;
    }

    /** Histogram equalisation with integer steps, the way the imaging library of the reference client does it. */
    private static Mat equalized(Mat gray) {
        long[] counts = histogram(gray);
        int last = 255;
        while (last > 0 && counts[last] == 0) {
            last--;
        }
        long total = (long) gray.rows() * gray.cols();
        long step = (total - counts[last]) / 255;
        if (step == 0) {
            return gray;
        }
        BytePointer table = new BytePointer(256);
        long sum = step / 2;
        for (int value = 0; value < 256; value++) {
            table.put(value, (byte) Math.min(255, sum / step));
            sum += counts[value];
        }
        Mat equal = new Mat();
        LUT(gray, new Mat(1, 256, CV_8U, table), equal);
        return equal;
    }

    private static long[] histogram(Mat gray) {
        long[] counts = new long[256];
        byte[] row = new byte[gray.cols()];
        for (int y = 0; y < gray.rows(); y++) {
            gray.ptr(y).get(row);
            for (byte value : row) {
                counts[value & 0xFF]++;
            }
        }
        return counts;
    }
}
