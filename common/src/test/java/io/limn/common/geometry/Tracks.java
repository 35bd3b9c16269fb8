package io.limn.common.geometry;

import java.util.List;

/** Tracks for tests, in few words. */
final class Tracks {
    private Tracks() {}

    static TrackShape<String> shape(int frame, ShapeKind kind, double... points) {
        return TrackShape.drawn(frame, kind, Points.of(points), 0, false, "at " + frame);
    }

    static TrackShape<String> turned(int frame, double rotation, double... points) {
        return TrackShape.drawn(frame, ShapeKind.RECTANGLE, Points.of(points), rotation, false, "at " + frame);
    }

    /** A box ten wide whose left edge is where it says. */
    static TrackShape<String> box(int frame, double left) {
        return shape(frame, ShapeKind.RECTANGLE, left, 0, left + 10, 10);
    }

    static TrackShape<String> gone(int frame, double left) {
        return TrackShape.drawn(frame, ShapeKind.RECTANGLE, Points.of(left, 0, left + 10, 10), 0, true, "at " + frame);
    }

    @SafeVarargs
    static Track<String> track(TrackShape<String>... shapes) {
        return new Track<>(1, List.of(shapes), List.of());
    }

    /** What is drawn on a frame between two shapes. */
    static Points between(TrackShape<String> left, TrackShape<String> right, int frame) {
        return new TrackCurve<>(List.of(left, right), false)
                .at(frame)
                .orElseThrow()
                .points();
    }

    /** Frame and left edge of each shape, those outside with a mark. */
    static List<String> edges(List<TrackShape<String>> shapes) {
        return shapes.stream()
                .map(shape -> shape.frame() + ":" + (int) shape.points().get(0) + (shape.outside() ? " outside" : ""))
                .toList();
    }
}
