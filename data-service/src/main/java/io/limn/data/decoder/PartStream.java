package io.limn.data.decoder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one part, up to its length; remembers whether the process failed rather than the reader. */
final class PartStream extends InputStream {
    private final InputStream pipe;
    private long left;
    private boolean broken;

    PartStream(InputStream pipe, long length) {
        this.pipe = pipe;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read;
        try {
            read = pipe.read(into, at, (int) Math.min(count, left));
        } catch (IOException gone) {
            broken = true;
            throw gone;
        }
        if (read < 0) {
            broken = true;
            throw new EOFException("The decoder process ended");
        }
        left -= read;
        return read;
    }

    void skipRest() throws IOException {
        byte[] piece = new byte[8192];
        while (left > 0) {
            read(piece, 0, piece.length);
        }
    }

    boolean broken() {
        return broken;
    }
}
