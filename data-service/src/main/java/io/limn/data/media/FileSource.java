package io.limn.data.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A local file as a source, for instance one on the mounted share. */
public final class FileSource implements SeekableSource {
    private final FileChannel channel;
    private final long length;

    public FileSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long offset, byte[] into, int at, int count) throws IOException {
        return channel.read(ByteBuffer.wrap(into, at, count), offset);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
