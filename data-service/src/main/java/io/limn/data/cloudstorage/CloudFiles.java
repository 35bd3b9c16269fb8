package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** The objects of which the data of tasks is made. */
@ApplicationScoped
public class CloudFiles implements CloudObjects {
    private static final String NO_RIGHT = "You don't have access to this cloud storage";

    private final Buckets buckets;
    private final StorageAccess access;

    CloudFiles(Buckets buckets, StorageAccess access) {
        this.buckets = buckets;
        this.access = access;
    }

    @Override
    public void requireNamed(long storage) {
        if (!access.sees(storage)) {
            throw ApiException.forbidden();
        }
    }

    @Override
    public void requireUsable(long storage, boolean byDefault) {
        if (!access.sees(storage)) {
            throw ApiException.detail(
                    403, byDefault ? "A cloud storage is selected as the default location. " + NO_RIGHT : NO_RIGHT);
        }
    }

    @Override
    public void put(long storage, String key, InputStream bytes, long length) throws IOException {
        bucket(storage).put(key, bytes, length);
    }

    @Override
    public CloudObject open(long storage, String key) throws IOException {
        return bucket(storage).open(key);
    }

    /**
     * Opens an object of which the head is read, and perhaps more.
     *
     * @param storage {@code null} for one that is gone
     * @throws SourceUnavailableException when it cannot be had, with a message for the user
     */
    public SeekableSource openHead(Long storage, String key) throws IOException {
        return CloudSource.head(bucket(storage), key);
    }

    /**
     * Opens an object of which most is read.
     *
     * @param storage {@code null} for one that is gone
     * @throws SourceUnavailableException when it cannot be had, with a message for the user
     */
    public SeekableSource openWhole(Long storage, String key) throws IOException {
        return CloudSource.whole(bucket(storage), key);
    }

    /** With what the keys begin that belong to a storage. */
    public String prefix(long storage) throws IOException {
        return bucket(storage).prefix();
    }

    /** One page of the keys that begin with a prefix, whatever the level. */
    public ObjectPage list(long storage, String prefix, String token) throws IOException {
        return bucket(storage).list(prefix, false, token, 1000);
    }

    /**
     * Reads a manifest.
     *
     * @return whether it is that of a video
     * @throws InvalidManifestException when it is none
     */
    public boolean readManifest(long storage, String key, Consumer<ManifestItem> taker) throws IOException {
        return bucket(storage).readManifest(key, taker);
    }

    /** Whether a storage can be used now. */
    public boolean isAvailable(long storage) throws IOException {
        return bucket(storage).status() == Bucket.Status.AVAILABLE;
    }

    private Bucket bucket(Long storage) throws IOException {
        return buckets.of(storage);
    }
}
