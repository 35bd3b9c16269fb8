package io.limn.common.blob;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream cut to a number of bytes; the same that ends earlier is an error. Closing it leaves the source open. */
class Exactly extends FilterInputStream {
    private long left;
    private IOException fault;

    Exactly(InputStream source, long length) {
        super(source);
        left = length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int value = in.read();
            count(value < 0 ? -1 : 1);
            return value;
        } catch (IOException broken) {
            fault = broken;
            throw broken;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            count(read);
            return read;
        } catch (IOException broken) {
            fault = broken;
            throw broken;
        }
    }

    private void count(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException(left + " bytes are missing");
        }
        left -= read;
    }

    /** Why reading failed; {@code null} when it has not. */
    IOException fault() {
        return fault;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        // The source belongs to the caller.
    }
}
