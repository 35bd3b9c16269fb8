package io.limn.common.geometry;

import java.util.Arrays;

/** Coordinates of a shape, in the order in which the API has them. Immutable. */
public final class Points {
    private static final Points NONE = new Points(new double[0]);

    private final double[] values;

    private Points(double[] values) {
        this.values = values;
    }

    /** Coordinates one after the other. */
    public static Points of(double... values) {
        return values.length == 0 ? NONE : new Points(values.clone());
    }

    /** How many numbers there are, two for each corner of a line. */
    public int size() {
        return values.length;
    }

    /** How many corners a line in the picture has. */
    public int corners() {
        return values.length / 2;
    }

    /** A number by its position. */
    public double get(int index) {
        return values[index];
    }

    /** The horizontal coordinate of a corner. */
    public double x(int corner) {
        return values[2 * corner];
    }

    /** The vertical coordinate of a corner. */
    public double y(int corner) {
        return values[2 * corner + 1];
    }

    /** A copy of the numbers. */
    public double[] toArray() {
        return values.clone();
    }

    /** The distance between one corner of this and one of another. */
    double distance(int corner, Points other, int otherCorner) {
        return Math.hypot(x(corner) - other.x(otherCorner), y(corner) - other.y(otherCorner));
    }

    /** The point at a share of the way from each number of this to that of another of the same size. */
    Points towards(Points other, double share) {
        var between = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            between[i] = values[i] + (other.values[i] - values[i]) * share;
        }
        return new Points(between);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points points && Arrays.equals(values, points.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
