package io.limn.data.dataset.archive;

import io.limn.common.blob.BlobStore;
import io.limn.data.upload.StoredPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Stores a stream of any length as blobs of one folder, each as soon as it is full; nothing goes to a local disk. */
public final class PartsOutput extends OutputStream {
    private static final int PART = 8 << 20;

    private final BlobStore store;
    private final String folder;
    private final byte[] buffer = new byte[PART];
    private final List<StoredPart> parts = new ArrayList<>();
    private int filled;
    private long start;

    /** For a folder, which ends with a slash; its intent has been noted. */
    public PartsOutput(BlobStore store, String folder) {
        this.store = store;
        this.folder = folder;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int at, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int taken = Math.min(length - done, PART - filled);
            System.arraycopy(bytes, at + done, buffer, filled, taken);
            filled += taken;
            done += taken;
            if (filled == PART) {
                store();
            }
        }
    }

    private void store() throws IOException {
        var key = folder + (parts.size() + 1);
        store.put(key, new ByteArrayInputStream(buffer, 0, filled), filled);
        parts.add(new StoredPart(start, filled, key));
        start += filled;
        filled = 0;
    }

    /** Stores what is left. */
    @Override
    public void close() throws IOException {
        if (filled > 0) {
            store();
        }
    }

    /** What was stored so far, in order. */
    public List<StoredPart> parts() {
        return List.copyOf(parts);
    }
}
