package io.limn.data.dataset.format.ultralytics;

import io.limn.common.geometry.Points;

/**
 * A rotated box.
 *
 * @param corners left, top, right and bottom of the box before it is turned about its centre
 * @param degrees clockwise, at least 0 and below 360
 */
record TurnedBox(Points corners, double degrees) {
    private static final int CORNERS = 4;
    private static final double SQUARE = 0.02;

    /**
     * The box of four corners: when they are those of a box from the upper left one clockwise, this very box,
     * otherwise the smallest one around them.
     */
    static TurnedBox of(Points corners) {
        return isBox(corners) ? along(corners, 0, 1) : smallest(corners);
    }

    private static boolean isBox(Points corners) {
        double width = length(corners, 0, 1);
        double height = length(corners, 1, 2);
        double across = (corners.x(1) - corners.x(0)) * (corners.y(2) - corners.y(1))
                - (corners.y(1) - corners.y(0)) * (corners.x(2) - corners.x(1));
        double slack = SQUARE * Math.max(1, Math.min(width, height));
        return Math.abs(corners.x(0) + corners.x(2) - corners.x(1) - corners.x(3)) <= slack
                && Math.abs(corners.y(0) + corners.y(2) - corners.y(1) - corners.y(3)) <= slack
                && across > 0
                && Math.abs(length(corners, 0, 2) - length(corners, 1, 3)) <= slack;
    }

    private static double length(Points corners, int from, int to) {
        return Math.hypot(corners.x(to) - corners.x(from), corners.y(to) - corners.y(from));
    }

    private static TurnedBox smallest(Points corners) {
        TurnedBox best = null;
        for (int from = 0; from < CORNERS; from++) {
            for (int to = from + 1; to < CORNERS; to++) {
                var box = along(corners, from, to);
                if (best == null || box.area() < best.area()) {
                    best = box;
                }
            }
        }
        return best;
    }

    private double area() {
        return (corners.get(2) - corners.get(0)) * (corners.get(3) - corners.get(1));
    }

    /** The smallest box around the corners whose upper edge has the direction from one to another. */
    private static TurnedBox along(Points corners, int from, int to) {
        double angle = Math.atan2(corners.y(to) - corners.y(from), corners.x(to) - corners.x(from));
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CORNERS; i++) {
            double along = corners.x(i) * cosine + corners.y(i) * sine;
            double across = corners.y(i) * cosine - corners.x(i) * sine;
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, across);
            bottom = Math.max(bottom, across);
        }
        double x = (left + right) / 2 * cosine - (top + bottom) / 2 * sine;
        double y = (left + right) / 2 * sine + (top + bottom) / 2 * cosine;
        double halfWidth = (right - left) / 2;
        double halfHeight = (bottom - top) / 2;
        double degrees = Math.toDegrees(angle);
        return new TurnedBox(
                Points.of(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight),
                degrees < -0.004 ? degrees + 360 : Math.max(0, degrees));
    }
}
