package io.limn.data.dataset.convert;

import java.math.BigDecimal;

/** Writes values of attributes as the tools around text formats do. */
public final class ValueText {
    private static final double WHOLE = 1e15;

    private ValueText() {}

    /** A number with as many decimals as it needs, at least one, and never an exponent. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? (value < 0 ? "-" : "") + (long) Math.abs(value) + ".0"
                : BigDecimal.valueOf(value).toPlainString();
    }

    /** A value of any kind: {@code True}, {@code 20.0}, {@code 3} or a text as it is. */
    public static String of(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "True" : "False";
            case Double number -> of(number.doubleValue());
            default -> value.toString();
        };
    }
}
