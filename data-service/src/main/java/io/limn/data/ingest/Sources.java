package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.data.cloudstorage.CloudFiles;
import io.limn.data.media.CachedSource;
import io.limn.data.media.SeekableSource;
import io.limn.data.share.Share;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** Opens files that are stored in parts. */
@ApplicationScoped
public class Sources {
    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS = 16;
    private static final int HEADER_BLOCK = 16 << 10;

    /** With this begin the keys of files that stay in the share; no blob's does. */
    private static final String SHARE = "share:";

    private final BlobStore store;
    private final Share share;
    private final CloudFiles cloud;

    Sources(BlobStore store, Share share, CloudFiles cloud) {
        this.store = store;
        this.share = share;
        this.cloud = cloud;
    }

    /** The key under which a file of the share is known. */
    static String ofShare(String path) {
        return SHARE + path;
    }

    /** Whether a key is that of a blob, which is the store's to keep and to remove. */
    static boolean isBlob(String key) {
        return !key.startsWith(SHARE) && !CloudKey.isOne(key);
    }

    private static boolean isShared(List<StoredPart> parts) {
        return parts.size() == 1 && parts.getFirst().key().startsWith(SHARE);
    }

    private SeekableSource openShared(List<StoredPart> parts) throws IOException {
        return share.open(parts.getFirst().key().substring(SHARE.length()));
    }

    private static boolean isInCloud(List<StoredPart> parts) {
        return parts.size() == 1 && CloudKey.isOne(parts.getFirst().key());
    }

    /**
     * For reading most of what was stored.
     *
     * @param storage in which objects of the cloud are now, {@code null} for none
     */
    SeekableSource open(List<StoredPart> parts, Long storage) throws IOException {
        return isInCloud(parts)
                ? cloud.openWhole(
                        storage, CloudKey.parse(parts.getFirst().key()).object())
                : open(parts);
    }

    /** For reading at any place, with the blocks that were read last kept. */
    public SeekableSource open(List<StoredPart> parts) throws IOException {
        if (isInCloud(parts)) {
            var key = CloudKey.parse(parts.getFirst().key());
            return cloud.openHead(key.storage(), key.object());
        }
        if (isShared(parts)) {
            return openShared(parts);
        }
        return new CachedSource(new BlobSource(store, parts), BLOCK, BLOCKS);
    }

    /** For a look at a file's begin, and perhaps at some places further on. */
    SeekableSource openHeader(List<StoredPart> parts) throws IOException {
        return isShared(parts) || isInCloud(parts)
                ? open(parts)
                : new CachedSource(new BlobSource(store, parts), HEADER_BLOCK, BLOCKS);
    }

    /** For reading from begin to end. */
    InputStream stream(List<StoredPart> parts) throws IOException {
        if (isShared(parts) || isInCloud(parts)) {
            return Channels.newInputStream(new SourceChannel(open(parts)));
        }
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
