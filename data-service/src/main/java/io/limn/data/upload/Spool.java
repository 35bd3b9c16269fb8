package io.limn.data.upload;

import io.limn.common.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Holds one part of an upload until its length is known: because its sender may stop at any byte, and a form does not say
 * where a file ends. Short parts stay in memory, longer ones go to the local disk. One spool serves all parts of a request.
 */
final class Spool implements Closeable {
    private static final int FIRST = 64 << 10;

    /** Most bytes in memory: 1 MiB. */
    private static final int MEMORY = 1 << 20;

    private byte[] buffer = new byte[FIRST];
    private int buffered;
    private long written;
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
        buffered = 0;
        written = 0;
        while (written + buffered < limit) {
            makeRoom();
            int read = read(in, (int) Math.min(buffer.length - buffered, limit - written - buffered));
            if (read < 0) {
                break;
            }
            buffered += read;
        }
        if (written > 0) {
            flush();
        }
        return written + buffered;
    }

    private void makeRoom() throws IOException {
        if (buffered < buffer.length) {
            return;
        }
        if (buffer.length < MEMORY) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            flush();
        }
    }

    private void flush() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    Files.createTempFile("limn-part-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        if (written == 0) {
            channel.truncate(0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, buffered);
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
        buffered = 0;
    }

    private int read(InputStream in, int most) {
        try {
            return in.read(buffer, buffered, most);
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
        if (written == 0) {
            store.put(key, new ByteArrayInputStream(buffer, 0, buffered), buffered);
        } else {
            channel.position(0);
            store.put(key, Channels.newInputStream(channel), written);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
