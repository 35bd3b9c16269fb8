package io.limn.data.media;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the blocks that were read last, for sources that pay for each call. */
public final class CachedSource implements SeekableSource {
    private final SeekableSource source;
    private final int blockSize;
    private final Map<Long, byte[]> blocks;

    /**
     * Wraps a source.
     *
     * @param source where blocks come from; closed with this one
     * @param blockSize bytes per read of it
     * @param blocks how many blocks are kept
     */
    public CachedSource(SeekableSource source, int blockSize, int blocks) {
        this.source = source;
        this.blockSize = blockSize;
        this.blocks = new LinkedHashMap<>(blocks * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                return size() > blocks;
            }
        };
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public int read(long offset, byte[] into, int at, int count) throws IOException {
        if (offset >= length()) {
            return -1;
        }
        byte[] block = block(offset / blockSize);
        int from = (int) (offset % blockSize);
        int available = block.length - from;
        if (available <= 0) {
            return -1;
        }
        int taken = Math.min(count, available);
        System.arraycopy(block, from, into, at, taken);
        return taken;
    }

    private byte[] block(long number) throws IOException {
        byte[] known = blocks.get(number);
        if (known == null) {
            known = source.readUpTo(number * blockSize, blockSize);
            blocks.put(number, known);
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        blocks.clear();
        source.close();
    }
}
