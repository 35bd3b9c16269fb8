package io.limn.data.upload;

import io.limn.common.blob.BlobStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts files of unknown length into parts and stores them as the blobs {@code 1}, {@code 2}, … of one folder. */
public final class PartCutter implements Closeable {
    /** Most bytes of a part: 8 MiB. */
    static final long PART = 8L << 20;

    private final BlobStore store;
    private final String folder;
    private final Spool spool = new Spool();
    private int blobs;

    /** For a folder, which ends with a slash; its intent has been noted. */
    public PartCutter(BlobStore store, String folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * Stores what is left of a stream.
     *
     * @return its parts in order, none when it is empty
     * @throws IOException          when the stream breaks
     * @throws UncheckedIOException when the store does
     */
    public List<StoredPart> cut(InputStream bytes) throws IOException {
        var stored = new ArrayList<StoredPart>();
        long start = 0;
        for (long length = spool.fill(bytes, PART); length > 0; length = spool.fill(bytes, PART)) {
            var key = folder + ++blobs;
            put(key);
            stored.add(new StoredPart(start, length, key));
            start += length;
        }
        if (spool.fault() != null) {
            throw spool.fault();
        }
        return stored;
    }

    private void put(String key) {
        try {
            spool.put(store, key);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
