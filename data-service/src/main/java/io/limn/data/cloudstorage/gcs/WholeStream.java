package io.limn.data.cloudstorage.gcs;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when a stream ends before its length: half an object must not be taken for a whole one. */
final class WholeStream extends FilterInputStream {
    private long left;

    WholeStream(InputStream bytes, long length) {
        super(bytes);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (left == 0 || length == 0) {
            return left == 0 ? -1 : 0;
        }
        int count = in.read(into, at, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The bytes end early");
        }
        left -= count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The stream is its giver's to close.
    }
}
