package io.limn.data.media.image;

import io.limn.data.media.SeekableSource;
import java.io.EOFException;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/** Moves the bytes of a source into native memory. */
public final class NativeBytes {
    private static final int PIECE = 64 << 10;

    private NativeBytes() {}

    /**
     * Reads a source whole.
     *
     * @param spare zero bytes added at the end
     */
    public static BytePointer read(SeekableSource source, int spare) throws IOException {
        long length = source.length();
        BytePointer bytes = new BytePointer(length + spare);
        byte[] piece = new byte[PIECE];
        long at = 0;
        while (at < length) {
            int count = source.read(at, piece, 0, (int) Math.min(PIECE, length - at));
            if (count < 0) {
                throw new EOFException("The source ends before its length");
            }
            bytes.position(at).put(piece, 0, count);
            at += count;
        }
        bytes.position(0).limit(length + spare);
        for (int i = 0; i < spare; i++) {
            bytes.put(length + i, (byte) 0);
        }
        return bytes;
    }
}
