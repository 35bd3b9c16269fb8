package io.limn.data.media.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The units of an H.264 stream in Annex B form, which separates them by start codes. */
final class NalUnits {
    static final int SEQUENCE_PARAMETERS = 7;
    static final int PICTURE_PARAMETERS = 8;
    static final int KEY_PICTURE = 5;

    private NalUnits() {}

    /** The kind of a unit, from its first byte. */
    static int type(byte[] unit) {
        return unit[0] & 0x1F;
    }

    /** The units without their start codes. */
    static List<byte[]> split(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        int at = 0;
        while (at + 3 <= stream.length) {
            if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
                add(units, stream, start, at);
                start = at + 3;
                at += 3;
            } else {
                at++;
            }
        }
        add(units, stream, start, stream.length);
        return units;
    }

    private static void add(List<byte[]> units, byte[] stream, int start, int end) {
        int last = end;
        // Zero bytes before a start code belong to the code, not to the unit.
        while (start >= 0 && last > start && stream[last - 1] == 0) {
            last--;
        }
        if (start >= 0 && last > start) {
            units.add(Arrays.copyOfRange(stream, start, last));
        }
    }
}
