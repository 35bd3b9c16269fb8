package io.limn.task.annotation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream that keeps what was read since a position, so that it can be read once more. */
final class RetainingInput extends FilterInputStream {
    private byte[] kept = new byte[1 << 15];
    private int length;
    /** Position in the stream of the first byte that is kept. */
    private long first;

    RetainingInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int count = super.read(into, offset, most);
        if (count > 0) {
            if (length + count > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + count));
            }
            System.arraycopy(into, offset, kept, length, count);
            length += count;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Forgets what lies before a position, once that is worth the effort. */
    void keepFrom(long position) {
        int surplus = (int) (position - first);
        if (surplus > kept.length / 2) {
            System.arraycopy(kept, surplus, kept, 0, length - surplus);
            length -= surplus;
            first = position;
        }
    }

    /** The bytes between two positions. */
    byte[] between(long from, long to) {
        return Arrays.copyOfRange(kept, (int) (from - first), (int) (to - first));
    }
}
