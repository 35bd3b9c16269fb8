package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Some pixels of a picture, kept within a box. Immutable. */
public final class Mask {
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final BitSet bits;

    private Mask(int left, int top, int width, int height, BitSet bits) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /**
     * Of pixels row by row within a box.
     *
     * @param bits taken over, not to be changed any more
     */
    static Mask of(int left, int top, int width, int height, BitSet bits) {
        return new Mask(left, top, Math.max(0, width), Math.max(0, height), bits);
    }

    /** The pixels of a shape as the API has them: run lengths row by row within a box, then the box. */
    public static Mask ofPoints(Points points) {
        int counts = points.size() - 4;
        int left = (int) points.get(counts);
        int top = (int) points.get(counts + 1);
        int width = Math.max(0, (int) points.get(counts + 2) - left + 1);
        int height = Math.max(0, (int) points.get(counts + 3) - top + 1);
        int most = Math.multiplyExact(width, height);
        var bits = new BitSet(most);
        long at = 0;
        for (int i = 0; i < counts && at < most; i++) {
            long end = Math.min(most, at + (long) points.get(i));
            if (i % 2 == 1 && end > at) {
                bits.set((int) at, (int) end);
            }
            at = Math.max(at, end);
        }
        return new Mask(left, top, width, height, bits);
    }

    /**
     * Of runs column by column over a whole picture, beginning with one of pixels that are not part of it.
     *
     * @throws IllegalArgumentException when they do not make up the picture
     */
    public static Mask ofColumnRuns(List<Integer> runs, int pictureWidth, int pictureHeight) {
        long sum = 0;
        var spans = new ColumnSpans(pictureHeight);
        for (int i = 0; i < runs.size(); i++) {
            int run = runs.get(i);
            if (run < 0) {
                throw new IllegalArgumentException("a run is negative");
            }
            if (i % 2 == 1) {
                spans.add(sum, sum + run);
            }
            sum += run;
        }
        if (sum != (long) pictureWidth * pictureHeight) {
            throw new IllegalArgumentException("the runs do not add up to the size of the picture");
        }
        return spans.mask();
    }

    /** Whether a pixel is part of it. */
    public boolean get(int x, int y) {
        return x >= left && y >= top && x < left + width && y < top + height && bits.get((y - top) * width + x - left);
    }

    /** Number of pixels. */
    public int area() {
        return bits.cardinality();
    }

    /** Left edge of its box. */
    public int left() {
        return left;
    }

    /** Upper edge of its box. */
    public int top() {
        return top;
    }

    /** Pixels across its box. */
    public int width() {
        return width;
    }

    /** Pixels down its box. */
    public int height() {
        return height;
    }

    /** The pixels of this and of another. */
    public Mask union(Mask other) {
        if (other.width == 0 || other.height == 0) {
            return this;
        }
        if (width == 0 || height == 0) {
            return other;
        }
        int newLeft = Math.min(left, other.left);
        int newTop = Math.min(top, other.top);
        int newWidth = Math.max(left + width, other.left + other.width) - newLeft;
        int newHeight = Math.max(top + height, other.top + other.height) - newTop;
        var all = new BitSet(newWidth * newHeight);
        paint(all, newLeft, newTop, newWidth);
        other.paint(all, newLeft, newTop, newWidth);
        return new Mask(newLeft, newTop, newWidth, newHeight, all);
    }

    private void paint(BitSet onto, int newLeft, int newTop, int newWidth) {
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            onto.set((bit / width + top - newTop) * newWidth + bit % width + left - newLeft);
        }
    }

    /** The same pixels within the smallest box; one of no pixels when there are none. */
    public Mask tight() {
        int right = -1;
        int bottom = -1;
        int first = Integer.MAX_VALUE;
        int upper = Integer.MAX_VALUE;
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            right = Math.max(right, bit % width);
            first = Math.min(first, bit % width);
            bottom = bit / width;
            upper = Math.min(upper, bit / width);
        }
        if (right < 0) {
            return new Mask(left, top, 0, 0, new BitSet());
        }
        if (first == 0 && upper == 0 && right == width - 1 && bottom == height - 1) {
            return this;
        }
        var inner = new BitSet();
        paint(inner, left + first, top + upper, right - first + 1);
        // Pixels outside of the new box there are none, so that painting never leaves it.
        return new Mask(left + first, top + upper, right - first + 1, bottom - upper + 1, inner);
    }

    /** Only the pixels that lie on a picture. */
    public Mask within(int pictureWidth, int pictureHeight) {
        if (left >= 0 && top >= 0 && left + width <= pictureWidth && top + height <= pictureHeight) {
            return this;
        }
        int newLeft = Math.max(0, left);
        int newTop = Math.max(0, top);
        int newWidth = Math.max(0, Math.min(pictureWidth, left + width) - newLeft);
        int newHeight = Math.max(0, Math.min(pictureHeight, top + height) - newTop);
        var inner = new BitSet(newWidth * newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                if (get(newLeft + x, newTop + y)) {
                    inner.set(y * newWidth + x);
                }
            }
        }
        return new Mask(newLeft, newTop, newWidth, newHeight, inner);
    }

    /** The coordinates of a shape as the API has them, of its smallest box. */
    public Points toPoints() {
        var box = tight();
        var runs = new ArrayList<Integer>();
        int size = box.width * box.height;
        for (int at = 0, run = 0; at < size; run++) {
            int end = run % 2 == 0 ? box.bits.nextSetBit(at) : box.bits.nextClearBit(at);
            int next = end < 0 ? size : Math.min(end, size);
            runs.add(next - at);
            at = next;
        }
        var points = new double[runs.size() + 4];
        for (int i = 0; i < runs.size(); i++) {
            points[i] = runs.get(i);
        }
        points[runs.size()] = box.left;
        points[runs.size() + 1] = box.top;
        points[runs.size() + 2] = box.left + box.width - 1;
        points[runs.size() + 3] = box.top + box.height - 1;
        return Points.of(points);
    }

    /** Run lengths column by column over a whole picture, beginning with pixels that are not part of it. */
    public List<Integer> columnRuns(int pictureWidth, int pictureHeight) {
        var box = within(pictureWidth, pictureHeight);
        var runs = new ArrayList<Integer>();
        long begun = 0;
        boolean inside = false;
        for (int x = 0; x < box.width; x++) {
            for (int y = 0; y <= box.height; y++) {
                // Below the box there are no pixels of it, unless the box reaches down to the edge of the picture.
                boolean last = y == box.height;
                if (last && box.top + box.height == pictureHeight && box.top == 0) {
                    break;
                }
                boolean set = !last && box.bits.get(y * box.width + x);
                if (set != inside) {
                    long at = (long) (box.left + x) * pictureHeight + box.top + y;
                    runs.add((int) (at - begun));
                    begun = at;
                    inside = set;
                }
            }
        }
        if (inside) {
            long at = (long) (box.left + box.width) * pictureHeight;
            runs.add((int) (at - begun));
            begun = at;
        }
        if (begun < (long) pictureWidth * pictureHeight) {
            runs.add((int) ((long) pictureWidth * pictureHeight - begun));
        }
        return runs;
    }
}
