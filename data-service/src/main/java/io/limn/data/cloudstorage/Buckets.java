package io.limn.data.cloudstorage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.data.media.SourceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The buckets of storages; those in use are kept open. */
@ApplicationScoped
class Buckets {
    private static final String DISCONNECTED = "Task is no longer connected to cloud storage";

    private record Version(long id, int revision) {}

    private final StorageStore store;
    private final Map<Provider, BucketOpener> openers = new EnumMap<>(Provider.class);
    private final Cache<Version, Bucket> open = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Buckets(StorageStore store, Instance<BucketOpener> openers) {
        this.store = store;
        openers.forEach(opener -> this.openers.put(opener.provider(), opener));
    }

    /**
     * The bucket of settings that need not be kept yet.
     *
     * @throws IllegalArgumentException when they cannot be those of a bucket
     */
    Bucket of(BucketSettings settings) {
        return new Bucket(openers.get(settings.provider()).open(settings), settings);
    }

    /** The bucket of a storage. */
    Bucket of(Storage storage) {
        return open.get(new Version(storage.id(), storage.revision()), version -> of(storage.settings()));
    }

    /**
     * The bucket of a storage, for the objects of which something is made.
     *
     * @param storage {@code null} for one that is gone
     * @throws SourceUnavailableException when there is no such storage
     */
    Bucket of(Long storage) throws IOException {
        var revision = storage == null ? null : store.revision(storage).orElse(null);
        var known = revision == null ? null : open.getIfPresent(new Version(storage, revision));
        if (known != null) {
            return known;
        }
        var found = revision == null ? null : store.find(storage).orElse(null);
        if (found == null) {
            throw new SourceUnavailableException(409, DISCONNECTED);
        }
        return of(found);
    }
}
