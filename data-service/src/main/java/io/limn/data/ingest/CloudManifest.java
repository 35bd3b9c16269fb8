package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.cloudstorage.CloudFiles;
import io.limn.data.cloudstorage.InvalidManifestException;
import io.limn.data.cloudstorage.ManifestItem;
import io.limn.data.upload.StoredPart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A manifest that is an object of a cloud storage: what it names need not be looked at. */
final class CloudManifest implements CloudSources.Catalogue {
    private final Map<String, ManifestItem> items;
    private final boolean video;

    private CloudManifest(Map<String, ManifestItem> items, boolean video) {
        this.items = items;
        this.video = video;
    }

    /**
     * Reads a manifest.
     *
     * @throws PermanentFailure when it is none
     */
    static CloudManifest read(CloudFiles cloud, long storage, String key) throws IOException {
        var items = new LinkedHashMap<String, ManifestItem>();
        try {
            boolean video = cloud.readManifest(storage, key, item -> items.put(item.key(), item));
            return new CloudManifest(items, video);
        } catch (InvalidManifestException invalid) {
            throw new PermanentFailure(invalid.getMessage(), invalid);
        }
    }

    /** Whether it is that of a video. */
    boolean isVideo() {
        return video;
    }

    @Override
    public List<String> below(String prefix) {
        return items.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /**
     * Those of some objects that it names, and the pictures that belong to them.
     *
     * @throws PermanentFailure when it names none of them, or not how large they are
     */
    List<SourceFile> files(List<String> keys, long storage) {
        var found = keys.stream().map(items::get).filter(Objects::nonNull).toList();
        if (found.isEmpty()) {
            throw new PermanentFailure(
                    keys.isEmpty()
                            ? "No media data found"
                            : "There is no intersection of the files specified in the request with the contents of the"
                                    + " bucket");
        }
        var related = found.stream()
                .flatMap(item -> item.related().stream())
                .distinct()
                .map(key -> new SourceFile(key, place(storage, key)));
        return Stream.concat(found.stream().map(item -> file(item, storage)), related)
                .toList();
    }

    private static SourceFile file(ManifestItem item, long storage) {
        if (item.width() == null || item.height() == null) {
            throw new PermanentFailure("Can't find image '" + item.key() + "' width or height info in the manifest");
        }
        return new SourceFile(item.key(), place(storage, item.key()), new SourceFile.Size(item.width(), item.height()));
    }

    private static List<StoredPart> place(long storage, String key) {
        return List.of(new StoredPart(0, 0, new CloudKey(storage, key).toString()));
    }
}
