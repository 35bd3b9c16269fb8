package io.limn.common.geometry;

/** The way of coordinates from one keyframe to the next. */
@FunctionalInterface
interface Interpolation {
    /** The coordinates at a share of the way, between 0 and 1. */
    Points at(double share);

    /**
     * The way between two shapes of one kind.
     *
     * @param spatial whether the shapes stand in a point cloud
     * @throws UnsupportedTrackException when there is none
     */
    static Interpolation between(TrackShape<?> left, TrackShape<?> right, boolean spatial) {
        var from = left.points();
        var to = right.points();
        if (left.kind() != right.kind()) {
            throw new UnsupportedTrackException("A track cannot have shapes of different types");
        }
        return switch (left.kind()) {
            case POLYGON, POLYLINE -> new LineInterpolation(from, to, left.kind() == ShapeKind.POLYGON);
            case POINTS -> from.size() == 2 && to.size() == 2 ? straight(from, to) : share -> from;
            case CUBOID -> spatial ? new SpatialInterpolation(from, to) : straight(from, to);
            case RECTANGLE, ELLIPSE, SKELETON -> straight(from, to);
            case MASK -> mask(from, right.outside());
        };
    }

    /** A mask stays as it is until it leaves; what lies between two masks nobody can tell. */
    private static Interpolation mask(Points from, boolean leaves) {
        if (!leaves) {
            throw new UnsupportedTrackException("A track cannot have several masks");
        }
        return share -> from;
    }

    private static Interpolation straight(Points from, Points to) {
        return from.size() == to.size() ? share -> from.towards(to, share) : share -> from;
    }
}
