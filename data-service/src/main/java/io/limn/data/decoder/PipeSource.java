package io.limn.data.decoder;

import io.limn.data.media.SeekableSource;
import java.io.IOException;

/** The source of a command as the decoder process sees it: each read is a question to the service. */
final class PipeSource implements SeekableSource {
    private final Wire wire;
    private final long length;

    PipeSource(Wire wire, long length) {
        this.wire = wire;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long offset, byte[] into, int at, int count) throws IOException {
        if (offset >= length) {
            return -1;
        }
        wire.out.writeByte(Wire.READ);
        wire.out.writeLong(offset);
        wire.out.writeInt(count);
        wire.out.flush();
        if (wire.in.readByte() != Wire.BYTES) {
            throw new IOException("The service broke the protocol");
        }
        int read = wire.in.readInt();
        if (read <= 0) {
            throw new IOException("The source cannot be read");
        }
        wire.in.readFully(into, at, read);
        return read;
    }
}
