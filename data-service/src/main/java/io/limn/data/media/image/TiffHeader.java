package io.limn.data.media.image;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The first directory of a TIFF file or of an EXIF block, which has the same form. */
final class TiffHeader {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int MOST_ENTRIES = 512;

    private TiffHeader() {}

    /** Reads a TIFF file. */
    static Header read(HeaderBytes bytes) throws IOException {
        Map<Integer, Long> entries = entries(bytes, 0);
        return new Header(
                entries.getOrDefault(WIDTH, 0L),
                entries.getOrDefault(HEIGHT, 0L),
                "tiff",
                orientation(entries),
                Math.toIntExact(entries.getOrDefault(SAMPLES, 1L)));
    }

    /** The orientation in an EXIF block at this place; 1 when it has none or is damaged. */
    static int orientation(HeaderBytes bytes, long offset) {
        try {
            return orientation(entries(bytes, offset));
        } catch (IOException damaged) {
            return 1;
        }
    }

    private static int orientation(Map<Integer, Long> entries) {
        long value = entries.getOrDefault(ORIENTATION, 1L);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

    private static Map<Integer, Long> entries(HeaderBytes bytes, long base) throws IOException {
        boolean little = bytes.has(base, "II");
        if (!little && !bytes.has(base, "MM")) {
            return Map.of();
        }
        long directory = base + bytes.u32(base + 4, little);
        int count = Math.min(bytes.u16(directory, little), MOST_ENTRIES);
        Map<Integer, Long> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + 12L * i;
            int type = bytes.u16(entry + 2, little);
            if (type == 3 || type == 4) {
                long value = type == 3 ? bytes.u16(entry + 8, little) : bytes.u32(entry + 8, little);
                entries.putIfAbsent(bytes.u16(entry, little), value);
            }
        }
        return entries;
    }
}
