package io.limn.data.media;

/** Bytes in memory as a source. */
public record BytesSource(byte[] bytes) implements SeekableSource {
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
