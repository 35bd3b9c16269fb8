package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.data.media.SeekableSource;
import io.limn.data.upload.StoredPart;
import java.io.IOException;
import java.util.List;

/** A file in parts that can be read at any place; each read goes to the store. */
final class BlobSource implements SeekableSource {
    private final BlobStore store;
    private final List<StoredPart> parts;
    private final long length;

    BlobSource(BlobStore store, List<StoredPart> parts) {
        this.store = store;
        this.parts = parts;
        this.length =
                parts.isEmpty() ? 0 : parts.getLast().start() + parts.getLast().length();
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
        var part = parts.get(partAt(offset));
        long within = offset - part.start();
        int wanted = (int) Math.min(count, part.length() - within);
        try (var bytes = store.get(part.key(), within, wanted)) {
            int read = bytes.readNBytes(into, at, wanted);
            if (read == 0 && wanted > 0) {
                throw new IOException("The blob " + part.key() + " is shorter than it was");
            }
            return read;
        }
    }

    private int partAt(long offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
