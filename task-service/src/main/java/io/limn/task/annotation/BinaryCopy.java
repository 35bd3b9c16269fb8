package io.limn.task.annotation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows in the binary format of PostgreSQL's {@code COPY}, handed over in pieces. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int PIECE = 1 << 16;

    private final CopyIn copy;
    private byte[] bytes = new byte[2 * PIECE];
    private int length;

    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        append(SIGNATURE);
        fixed(0, 4);
        fixed(0, 4);
    }

    /** Begins a row. */
    void row(int fields) throws SQLException {
        if (length >= PIECE) {
            flush();
        }
        fixed(fields, 2);
    }

    void int2(int value) {
        fixed(2, 4);
        fixed(value, 2);
    }

    void int4(int value) {
        fixed(4, 4);
        fixed(value, 4);
    }

    void int8(long value) {
        fixed(8, 4);
        fixed(value, 8);
    }

    void float8(double value) {
        int8(Double.doubleToLongBits(value));
    }

    void bool(boolean value) {
        fixed(1, 4);
        fixed(value ? 1 : 0, 1);
    }

    /** A text; {@code null} is SQL's. */
    void text(String value) {
        if (value == null) {
            missing();
            return;
        }
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8. */
    void bytes(byte[] encoded) {
        fixed(encoded.length, 4);
        append(encoded);
    }

    void missing() {
        fixed(-1, 4);
    }

    /** Ends the rows. */
    void end() throws SQLException {
        fixed(-1, 2);
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void fixed(long value, int size) {
        reserve(size);
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void append(byte[] piece) {
        reserve(piece.length);
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    private void reserve(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
    }
}
