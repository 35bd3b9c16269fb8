package io.limn.common.geometry;

/** How much two objects on one frame are alike, from 0 to 1. */
public final class Similarity {
    private final boolean spatial;

    /**
     * For objects in pictures or in point clouds.
     *
     * @param spatial whether they stand in a point cloud
     */
    public Similarity(boolean spatial) {
        this.spatial = spatial;
    }

    /**
     * Tags are alike when their labels are; boxes, polygons and cuboids in point clouds as far as they cover each
     * other. Other kinds are never alike.
     */
    public double of(Footprint one, Footprint other) {
        if (one.label() != other.label() || one.kind() != other.kind()) {
            return 0;
        }
        return one.kind() == null ? 1 : ofShapes(one.kind(), one.points(), other.points());
    }

    double ofShapes(ShapeKind kind, Points one, Points other) {
        return switch (kind) {
            case RECTANGLE -> boxes(one, other);
            case POLYGON -> Polygons.shareInCommon(one, other);
            case CUBOID -> spatial ? view(one, other, 1) * view(one, other, 2) : 0;
            case POLYLINE, POINTS, ELLIPSE, MASK, SKELETON -> 0;
        };
    }

    private static double boxes(Points one, Points other) {
        return shareInCommon(
                one.get(2) - one.get(0),
                one.get(3) - one.get(1),
                other.get(2) - other.get(0),
                other.get(3) - other.get(1),
                common(one.get(0), one.get(2), other.get(0), other.get(2)),
                common(one.get(1), one.get(3), other.get(1), other.get(3)));
    }

    /** Cuboids seen along an axis: across their first axis and another one, their angles left aside. */
    private static double view(Points one, Points other, int axis) {
        return shareInCommon(
                size(one, 0),
                size(one, axis),
                size(other, 0),
                size(other, axis),
                common(low(one, 0), high(one, 0), low(other, 0), high(other, 0)),
                common(low(one, axis), high(one, axis), low(other, axis), high(other, axis)));
    }

    private static double size(Points cuboid, int axis) {
        return Math.abs(cuboid.get(6 + axis));
    }

    private static double low(Points cuboid, int axis) {
        return cuboid.get(axis) - size(cuboid, axis) / 2;
    }

    private static double high(Points cuboid, int axis) {
        return cuboid.get(axis) + size(cuboid, axis) / 2;
    }

    private static double common(double low, double high, double otherLow, double otherHigh) {
        return Math.max(0, Math.min(high, otherHigh) - Math.max(low, otherLow));
    }

    private static double shareInCommon(
            double width,
            double height,
            double otherWidth,
            double otherHeight,
            double commonWidth,
            double commonHeight) {
        double common = commonWidth * commonHeight;
        double all = width * height + otherWidth * otherHeight - common;
        return all > 0 && common > 0 ? Math.min(1, common / all) : 0;
    }
}
