package io.limn.data.cloudstorage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of known length into pieces that can be sent a second time. */
public final class Pieces {
    /** What is sent at once; larger objects are sent in pieces of at least this many bytes: 16 MiB. */
    public static final int SIZE = 16 << 20;

    private Pieces() {}

    /** The size of pieces with which a length needs no more than a number of them. */
    public static int size(long length, int most) {
        return (int) Math.max(SIZE, Math.ceilDiv(length, most));
    }

    /**
     * The next piece.
     *
     * @throws EOFException when the stream ends before it
     */
    public static byte[] next(InputStream bytes, int count) throws IOException {
        var piece = bytes.readNBytes(count);
        if (piece.length < count) {
            throw new EOFException("The bytes end early");
        }
        return piece;
    }
}
