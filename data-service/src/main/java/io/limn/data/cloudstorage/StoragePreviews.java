package io.limn.data.cloudstorage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.common.api.ApiException;
import io.limn.data.decoder.Command;
import io.limn.data.decoder.Decoder;
import io.limn.data.decoder.Urgency;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The picture that stands for a storage: the first that its manifests name, small. */
@ApplicationScoped
class StoragePreviews {
    private record Version(long id, int revision) {}

    private final StorageStore store;
    private final Buckets buckets;
    private final Decoder decoder;
    private final Cache<Version, byte[]> made = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    StoragePreviews(StorageStore store, Buckets buckets, Decoder decoder) {
        this.store = store;
        this.buckets = buckets;
        this.decoder = decoder;
    }

    /**
     * The preview of a storage, a JPEG.
     *
     * @throws ApiException 404 when it names no picture
     */
    byte[] of(long id) throws IOException {
        var storage = store.find(id).orElseThrow(() -> ApiException.notFound("CloudStorage"));
        var version = new Version(id, storage.revision());
        var known = made.getIfPresent(version);
        if (known == null) {
            known = make(storage);
            made.put(version, known);
        }
        return known;
    }

    private byte[] make(Storage storage) throws IOException {
        if (storage.manifests().isEmpty()) {
            throw ApiException.text(404, "Cloud storage preview not found");
        }
        var bucket = buckets.of(storage);
        for (var manifest : storage.manifests()) {
            var first = first(bucket, manifest);
            if (first.isPresent()) {
                return small(bucket, first.get());
            }
        }
        throw ApiException.of(404, "Cloud storage " + storage.id() + " does not contain any images");
    }

    /** Stops reading at the first entry. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String key;

        Found(String key) {
            super(null, null, false, false);
            this.key = key;
        }
    }

    private static Optional<String> first(Bucket bucket, String manifest) throws IOException {
        try {
            bucket.readManifest(manifest, item -> {
                throw new Found(item.key());
            });
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.key);
        } catch (InvalidManifestException empty) {
            return Optional.empty();
        }
    }

    private byte[] small(Bucket bucket, String key) throws IOException {
        try (var source = CloudSource.whole(bucket, key)) {
            return decoder.part(Command.picture(Command.Action.PREVIEW, key, 0), source, Urgency.INTERACTIVE);
        } catch (UnreadableMediaException unreadable) {
            throw ApiException.of(404, unreadable.getMessage());
        }
    }
}
