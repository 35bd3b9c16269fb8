package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.data.media.CachedSource;
import io.limn.data.media.SeekableSource;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** Opens files that are stored in parts. */
@ApplicationScoped
public class Sources {
    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS = 16;

    private final BlobStore store;

    Sources(BlobStore store) {
        this.store = store;
    }

    /** For reading at any place, with the blocks that were read last kept. */
    SeekableSource open(List<StoredPart> parts) {
        return new CachedSource(new BlobSource(store, parts), BLOCK, BLOCKS);
    }

    /** For reading from begin to end. */
    InputStream stream(List<StoredPart> parts) {
        return new SequenceInputStream(new Parts(parts.iterator()));
    }

    private final class Parts implements Enumeration<InputStream> {
        private final Iterator<StoredPart> parts;

        Parts(Iterator<StoredPart> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasMoreElements() {
            return parts.hasNext();
        }

        @Override
        public InputStream nextElement() {
            try {
                return store.get(parts.next().key());
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        }
    }
}
