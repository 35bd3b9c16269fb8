package io.limn.data.dataset.convert;

import java.util.ArrayList;
import java.util.List;

/**
 * The text form of run lengths in COCO files: each run from the third one as the difference to the one before the
 * last, in groups of five bits, lowest first, each a character from {@code 0} on whose sixth bit says that more follow.
 */
public final class CompressedRuns {
    private static final int FIRST = 48;
    private static final int LONGEST = 12;

    private CompressedRuns() {}

    /** The text of runs. */
    public static String encode(List<Integer> runs) {
        var text = new StringBuilder(runs.size() * 2);
        for (int i = 0; i < runs.size(); i++) {
            long left = i > 2 ? (long) runs.get(i) - runs.get(i - 2) : runs.get(i);
            boolean more = true;
            while (more) {
                int group = (int) (left & 0x1f);
                left >>= 5;
                more = (group & 0x10) != 0 ? left != -1 : left != 0;
                text.append((char) ((more ? group | 0x20 : group) + FIRST));
            }
        }
        return text.toString();
    }

    /**
     * The runs of a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static List<Integer> decode(String text) {
        var runs = new ArrayList<Integer>();
        int at = 0;
        while (at < text.length()) {
            long value = 0;
            int shift = 0;
            boolean more = true;
            while (more) {
                int group = at < text.length() ? text.charAt(at) - FIRST : -1;
                if (group < 0 || group > 0x3f || shift > LONGEST * 5) {
                    throw new IllegalArgumentException("the runs cannot be read at character " + (at + 1));
                }
                at++;
                value |= (long) (group & 0x1f) << shift;
                shift += 5;
                more = (group & 0x20) != 0;
                if (!more && (group & 0x10) != 0) {
                    value |= -1L << shift;
                }
            }
            runs.add(Math.toIntExact(runs.size() > 2 ? value + runs.get(runs.size() - 2) : value));
        }
        return runs;
    }
}
