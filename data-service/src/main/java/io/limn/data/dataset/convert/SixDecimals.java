package io.limn.data.dataset.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers with six decimals, ties to the even one of the exact binary value. */
public final class SixDecimals {
    private static final int PLACES = 6;
    private static final int ONE = 1_000_000;
    private static final double LARGE = 1e9;
    private static final double NEAR = 1e-4;

    private SixDecimals() {}

    /** Appends a blank and a number. */
    public static void append(StringBuilder text, double value) {
        text.append(' ');
        double scaled = value * ONE;
        double rounded = Math.rint(scaled);
        if (!(Math.abs(value) < LARGE) || Math.abs(Math.abs(scaled - rounded) - 0.5) < NEAR) {
            text.append(
                    Double.isFinite(value)
                            ? new BigDecimal(value)
                                    .setScale(PLACES, RoundingMode.HALF_EVEN)
                                    .toPlainString()
                            : "0.000000");
            return;
        }
        long millionths = (long) Math.abs(rounded);
        if (rounded < 0) {
            text.append('-');
        }
        text.append(millionths / ONE).append('.');
        var rest = Long.toString(millionths % ONE);
        text.repeat('0', PLACES - rest.length()).append(rest);
    }
}
