package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;

/** Numbers as formats have them. */
public final class Numbers {
    private Numbers() {}

    /** Rounded to two decimals, ties to the even one of the exact binary value. */
    public static double two(double value) {
        if (Math.abs(value) > 1e12 || Double.isNaN(value)) {
            return value;
        }
        double scaled = value * 100;
        double rounded = Math.rint(scaled);
        return Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) < 1e-6
                ? new java.math.BigDecimal(value)
                        .setScale(2, java.math.RoundingMode.HALF_EVEN)
                        .doubleValue()
                : rounded / 100;
    }

    /** All of them rounded to two decimals. */
    public static Points two(Points points) {
        var rounded = points.toArray();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = two(rounded[i]);
        }
        return Points.of(rounded);
    }
}
