package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import java.util.Arrays;

/** Collects the pixels of a mask row by row from the top, each row from the left. */
public final class RowSpans {
    private int[] spans = new int[48];
    private int size;
    private int left = Integer.MAX_VALUE;
    private int right = -1;

    /** Adds pixels of a row, the last one excluded. */
    public void add(int y, int from, int to) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size] = y;
        spans[size + 1] = from;
        spans[size + 2] = to;
        size += 3;
        left = Math.min(left, from);
        right = Math.max(right, to - 1);
    }

    /** How many pieces there are. */
    public int count() {
        return size / 3;
    }

    /** The coordinates of a mask as the API has them, of its smallest box. At least one pixel has to be there. */
    public Points points() {
        int top = spans[0];
        int bottom = spans[size - 3];
        int width = right - left + 1;
        long pixels = (long) width * (bottom - top + 1);
        var runs = new double[2 * count() + 5];
        int count = 0;
        long end = 0;
        for (int i = 0; i < size; i += 3) {
            long start = (long) (spans[i] - top) * width + spans[i + 1] - left;
            long length = (long) spans[i + 2] - spans[i + 1];
            if (count > 0 && start == end) {
                runs[count - 1] += length;
            } else {
                runs[count++] = start - end;
                runs[count++] = length;
            }
            end = start + length;
        }
        if (end < pixels) {
            runs[count++] = pixels - end;
        }
        for (int edge : new int[] {left, top, right, bottom}) {
            runs[count++] = edge;
        }
        return Points.of(Arrays.copyOf(runs, count));
    }
}
