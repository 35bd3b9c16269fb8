package io.limn.data.dataset.archive;

import io.limn.data.media.SeekableSource;
import java.io.IOException;
import java.io.InputStream;

/** A range of a source as a stream; ends early where the source does. */
final class SourceStream extends InputStream {
    private final SeekableSource source;
    private final long end;
    private long position;

    SourceStream(SeekableSource source, long start, long end) {
        this.source = source;
        this.position = start;
        this.end = Math.min(end, source.length());
    }

    /** Where the next byte is read. */
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int read = source.read(position, into, at, (int) Math.min(length, end - position));
        position += Math.max(0, read);
        return read;
    }
}
