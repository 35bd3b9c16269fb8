package io.limn.data.dataset.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers with two decimals, ties to the even one of the exact binary value. */
public final class Decimals {
    private static final double LARGE = 1e12;
    private static final double NEAR = 1e-4;

    private Decimals() {}

    /** Appends a number. */
    public static void append(StringBuilder text, double value) {
        double scaled = value * 100;
        double rounded = Math.rint(scaled);
        if (!(Math.abs(value) < LARGE) || Math.abs(Math.abs(scaled - rounded) - 0.5) < NEAR) {
            exact(text, value);
            return;
        }
        long hundredths = (long) rounded;
        if (value < 0 || (value == 0 && 1 / value < 0)) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100).append('.');
        long rest = hundredths % 100;
        if (rest < 10) {
            text.append('0');
        }
        text.append(rest);
    }

    private static void exact(StringBuilder text, double value) {
        text.append(
                Double.isFinite(value)
                        ? new BigDecimal(value)
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        : String.valueOf(value));
    }
}
