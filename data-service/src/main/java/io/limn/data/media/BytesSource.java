package io.limn.data.media;

/** Bytes in memory as a source. */
public final class BytesSource implements SeekableSource {
    private final byte[] bytes;

    /** Wraps bytes, which must not change any more. */
    public BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read(long offset, byte[] into, int at, int count) {
        if (offset >= bytes.length) {
            return -1;
        }
        int taken = (int) Math.min(count, bytes.length - offset);
        System.arraycopy(bytes, (int) offset, into, at, taken);
        return taken;
    }
}
