package io.limn.task.annotation;

import io.limn.common.geometry.Points;
import java.util.Arrays;

/** Lists of numbers as JSON text. */
final class Coordinates {
    private Coordinates() {}

    /** The same list with a fraction behind every whole number: {@code [1,2.5]} becomes {@code [1.0,2.5]}. */
    static String asFractions(String list) {
        return hasWholes(list) ? withFractions(list) : list;
    }

    private static boolean hasWholes(String list) {
        int start = 1;
        for (int i = 1; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == ',' || c == ']') {
                if (i > start && isWhole(list, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static String withFractions(String list) {
        var out = new StringBuilder(list.length() + list.length() / 2);
        int start = 1;
        out.append('[');
        for (int i = 1; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == ',' || c == ']') {
                out.append(list, start, i);
                if (i > start && isWhole(list, start, i)) {
                    out.append(".0");
                }
                out.append(c);
                start = i + 1;
            }
        }
        return out.toString();
    }

    /** The numbers of a list. */
    static Points parse(String list) {
        if (list == null || list.length() <= 2) {
            return Points.of();
        }
        var texts = list.substring(1, list.length() - 1).split(",");
        var values = new double[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(texts[i].strip());
        }
        return Points.of(values);
    }

    /** Numbers as a list, each with a fraction. */
    static String text(Points points) {
        return Arrays.toString(points.toArray()).replace(" ", "");
    }

    private static boolean isWhole(String list, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = list.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }
}
