package io.limn.data.frame;

import io.limn.data.media.SeekableSource;
import java.io.IOException;
import java.io.InputStream;

/** A source from its first byte to its last. */
final class SourceStream extends InputStream {
    private final SeekableSource source;
    private long position;

    SourceStream(SeekableSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        int read = source.read(position, into, at, count);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
