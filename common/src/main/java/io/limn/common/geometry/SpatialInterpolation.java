package io.limn.common.geometry;

/** The way of a cuboid in a point cloud: position and scale go straight, angles the shorter way round. */
final class SpatialInterpolation implements Interpolation {
    private static final int FIRST_ANGLE = 3;
    private static final int FIRST_SCALE = 6;
    private static final double TURN = 2 * Math.PI;

    private final Points from;
    private final Points to;

    SpatialInterpolation(Points from, Points to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Points at(double share) {
        if (from.size() != to.size()) {
            return from;
        }
        var values = from.towards(to, share).toArray();
        for (int i = FIRST_ANGLE; i < Math.min(FIRST_SCALE, values.length); i++) {
            double angle = Angles.between(from.get(i), to.get(i), share, TURN);
            values[i] = angle > Math.PI ? angle - TURN : angle;
        }
        return Points.of(values);
    }
}
