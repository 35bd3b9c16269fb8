package io.limn.data.ingest;

import io.limn.data.media.SeekableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A source as a channel. Faults of the store come out unchecked: what a reader of archives throws as an
 * {@link IOException} is then the archive's fault.
 */
final class SourceChannel implements SeekableByteChannel {
    private final SeekableSource source;
    private long position;
    private boolean open = true;

    SourceChannel(SeekableSource source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (!into.hasRemaining()) {
            return 0;
        }
        var bytes = new byte[Math.min(into.remaining(), 64 << 10)];
        int read = readSource(bytes);
        if (read > 0) {
            into.put(bytes, 0, read);
            position += read;
        }
        return read;
    }

    private int readSource(byte[] bytes) {
        try {
            return source.read(position, bytes, 0, bytes.length);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() {
        return source.length();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        source.close();
    }
}
