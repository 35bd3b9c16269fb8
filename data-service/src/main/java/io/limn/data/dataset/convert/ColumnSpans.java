package io.limn.data.dataset.convert;

import java.util.BitSet;

/** Collects pixels that are given column by column of a picture. */
final class ColumnSpans {
    private final int pictureHeight;
    private long[] edges = new long[32];
    private int count;

    ColumnSpans(int pictureHeight) {
        this.pictureHeight = pictureHeight;
    }

    /** Adds pixels, the last one excluded; they may go on in the next columns. */
    void add(long start, long end) {
        if (end > start) {
            if (count + 2 > edges.length) {
                edges = java.util.Arrays.copyOf(edges, count * 2);
            }
            edges[count++] = start;
            edges[count++] = end;
        }
    }

    /** All pixels, within their smallest box. */
    Mask mask() {
        if (count == 0) {
            return Mask.of(0, 0, 0, 0, new BitSet());
        }
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int i = 0; i < count; i += 2) {
            long last = edges[i + 1] - 1;
            int firstColumn = (int) (edges[i] / pictureHeight);
            int lastColumn = (int) (last / pictureHeight);
            left = Math.min(left, firstColumn);
            right = Math.max(right, lastColumn);
            boolean one = firstColumn == lastColumn;
            top = Math.min(top, one ? (int) (edges[i] % pictureHeight) : 0);
            bottom = Math.max(bottom, one ? (int) (last % pictureHeight) : pictureHeight - 1);
        }
        int width = right - left + 1;
        var bits = new BitSet(width * (bottom - top + 1));
        for (int i = 0; i < count; i += 2) {
            for (long at = edges[i]; at < edges[i + 1]; at++) {
                int x = (int) (at / pictureHeight);
                int y = (int) (at % pictureHeight);
                bits.set((y - top) * width + x - left);
            }
        }
        return Mask.of(left, top, width, bottom - top + 1, bits).tight();
    }
}
