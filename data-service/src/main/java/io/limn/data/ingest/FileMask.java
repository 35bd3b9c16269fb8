package io.limn.data.ingest;

import java.util.regex.Pattern;

/** Masks of shells: {@code *} and {@code ?} stand for any characters, slashes included, {@code [a-c]} for one of a set. */
final class FileMask {
    private final Pattern pattern;

    FileMask(String mask) {
        var regex = new StringBuilder();
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            int end = c == '[' ? endOfSet(mask, i) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (end > 0) {
                regex.append(set(mask.substring(i + 1, end)));
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        // Several stars in a row mean no more than one, and would take long.
        pattern = Pattern.compile(regex.toString().replaceAll("(?:\\.\\*){2,}", ".*"), Pattern.DOTALL);
    }

    /** Where a set ends; a bracket at its begin is part of it. */
    private static int endOfSet(String mask, int start) {
        int from = start + 1;
        if (from < mask.length() && mask.charAt(from) == '!') {
            from++;
        }
        return mask.indexOf(']', from + 1);
    }

    private static String set(String content) {
        boolean others = content.startsWith("!");
        var members = new StringBuilder();
        for (char c : (others ? content.substring(1) : content).toCharArray()) {
            if (c == '-') {
                members.append(c);
            } else {
                members.append('\\').append(Character.isLetterOrDigit(c) ? "x{" + Integer.toHexString(c) + "}" : c);
            }
        }
        return (others ? "[^" : "[") + members + "]";
    }

    /** Whether a key fits; case counts. */
    boolean fits(String key) {
        return pattern.matcher(key).matches();
    }
}
