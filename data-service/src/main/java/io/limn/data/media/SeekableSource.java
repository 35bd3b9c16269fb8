package io.limn.data.media;

import java.io.Closeable;
import java.io.IOException;

/**
 * Bytes that can be read at any place: an upload in parts, one blob, an object in a bucket or, in the decoder process, bytes that
 * the parent holds. Readers ask in no particular order; an implementation that pays for each call keeps blocks.
 *
 * <p>Not safe for several threads at once.
 */
public interface SeekableSource extends Closeable {
    /** The size in bytes; known before the first read. */
    long length();

    /**
     * Reads up to {@code count} bytes at {@code offset}.
     *
     * @return how many bytes were read, at least one, or -1 at or past the end
     */
    int read(long offset, byte[] into, int at, int count) throws IOException;

    /** Reads exactly {@code count} bytes at {@code offset}, fewer when the source ends before. */
    default byte[] readUpTo(long offset, int count) throws IOException {
        int wanted = (int) Math.clamp(length() - offset, 0, count);
        byte[] bytes = new byte[wanted];
        int done = 0;
        while (done < wanted) {
            int read = read(offset + done, bytes, done, wanted - done);
            if (read < 0) {
                return java.util.Arrays.copyOf(bytes, done);
            }
            done += read;
        }
        return bytes;
    }

    @Override
    default void close() throws IOException {}
}
