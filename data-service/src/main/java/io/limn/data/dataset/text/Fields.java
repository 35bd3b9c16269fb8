package io.limn.data.dataset.text;

import io.limn.data.dataset.format.DatasetException;
import java.util.regex.Pattern;

/**
 * A line of a text file that consists of numbers and words.
 *
 * @param file   the file that has it
 * @param number of the line, from 1
 * @param parts  what stands between the separators
 */
public record Fields(String file, int number, String[] parts) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST = 40;

    /** A line whose parts are separated by blanks. */
    public static Fields ofBlanks(String file, int number, String line) {
        return new Fields(file, number, BLANKS.split(line));
    }

    /** How many parts there are. */
    public int size() {
        return parts.length;
    }

    /** A part as it stands there. */
    public String text(int index) {
        return parts[index];
    }

    /**
     * A part as a number.
     *
     * @throws DatasetException when it is none
     */
    public double real(int index) {
        var part = parts[index];
        try {
            double value = Double.parseDouble(part);
            char last = part.charAt(part.length() - 1);
            if (Double.isFinite(value) && (Character.isDigit(last) || last == '.')) {
                return value;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw malformed("'" + shown(part) + "' is not a number");
    }

    /**
     * A part as a whole number.
     *
     * @throws DatasetException when it is none
     */
    public int whole(int index) {
        try {
            return Integer.parseInt(parts[index]);
        } catch (NumberFormatException none) {
            throw malformed("'" + shown(parts[index]) + "' is not a whole number");
        }
    }

    /** Says what is wrong with the line. */
    public DatasetException malformed(String text) {
        return DatasetException.malformed(file, "line " + number, text);
    }

    private static String shown(String part) {
        return part.length() > LONGEST ? part.substring(0, LONGEST) + "…" : part;
    }
}
