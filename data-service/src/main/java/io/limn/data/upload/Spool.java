package io.limn.data.upload;

import io.limn.common.blob.BlobStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds one part of an upload on the local disk until its length is known: because its sender may stop at any byte, and
 * a form does not say where a file ends. One spool serves all parts of a request.
 */
final class Spool implements Closeable {
    private static final int BUFFER = 64 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Path file;
    private FileChannel channel;
    private IOException fault;

    /**
     * Takes the next bytes of a stream in place of those it held. When the stream breaks, what came before is kept and
     * {@link #fault()} tells why.
     *
     * @param limit most bytes to take
     * @return how many there are; fewer than the limit when the stream has ended
     */
    long fill(InputStream in, long limit) throws IOException {
        if (channel == null) {
            file = Files.createTempFile("limn-part-", ".tmp");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        channel.truncate(0);
        long taken = 0;
        while (taken < limit) {
            int read = read(in, (int) Math.min(BUFFER, limit - taken));
            if (read < 0) {
                break;
            }
            buffer.clear().limit(read);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            taken += read;
        }
        return taken;
    }

    private int read(InputStream in, int most) {
        try {
            return in.read(buffer.array(), 0, most);
        } catch (IOException broken) {
            fault = broken;
            return -1;
        }
    }

    /** Why the stream broke; {@code null} when it has not. */
    IOException fault() {
        return fault;
    }

    /** Stores what it holds. */
    void put(BlobStore store, String key) throws IOException {
        long length = channel.size();
        channel.position(0);
        store.put(key, Channels.newInputStream(channel), length);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
