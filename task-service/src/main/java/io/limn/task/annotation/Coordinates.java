package io.limn.task.annotation;

/** Lists of numbers as JSON text. */
final class Coordinates {
    private Coordinates() {}

    /** The same list with a fraction behind every whole number: {@code [1,2.5]} becomes {@code [1.0,2.5]}. */
    static String asFractions(String list) {
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
