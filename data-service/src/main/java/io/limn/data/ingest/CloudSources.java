package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.data.cloudstorage.CloudFiles;
import io.limn.data.cloudstorage.CloudObjects;
import io.limn.data.media.MediaKind;
import io.limn.data.upload.DataRequest;
import io.limn.data.upload.PartCutter;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The objects of a cloud storage that a request names. Pictures stay there; what is packed is fetched. */
@ApplicationScoped
public class CloudSources {
    private static final String ALL = "*";

    private final CloudFiles cloud;
    private final CloudObjects objects;
    private final BlobStore store;

    CloudSources(CloudFiles cloud, CloudObjects objects, BlobStore store) {
        this.cloud = cloud;
        this.objects = objects;
        this.store = store;
    }

    /**
     * Finds the objects of a request, in its order.
     *
     * @param folder where fetched bytes go; its intent has been noted
     * @throws PermanentFailure when they cannot be data of a task
     * @throws io.limn.data.media.SourceUnavailableException when the storage refuses
     */
    List<SourceFile> files(DataRequest request, String folder, Lease lease) throws IOException {
        long storage = request.cloudStorageId();
        var keys = new ArrayList<>(request.serverFiles());
        var manifests = keys.stream().filter(Manifest::isManifest).distinct().toList();
        keys.removeIf(Manifest::isManifest);
        if (manifests.size() > 1) {
            throw new PermanentFailure("Only one manifest file can be attached to data");
        }
        if (manifests.isEmpty()) {
            var chosen = choose(request, keys, request.filenamePattern(), new BucketKeys(cloud, storage, lease));
            return fetched(chosen.stream().map(key -> stays(storage, key)).toList(), storage, folder, lease);
        }
        if (request.sortingMethod().equals("random")) {
            throw new PermanentFailure("It isn't supported to upload manifest file and use random sorting");
        }
        var manifest = CloudManifest.read(cloud, storage, manifests.getFirst());
        var pattern = keys.isEmpty() && request.filenamePattern() == null ? ALL : request.filenamePattern();
        var chosen = choose(request, keys, pattern, manifest);
        if (manifest.isVideo()) {
            return fetched(chosen.stream().map(key -> stays(storage, key)).toList(), storage, folder, lease);
        }
        return manifest.files(chosen, storage);
    }

    /** Where keys come from when a request names folders or a pattern. */
    interface Catalogue {
        /** The keys that begin with a prefix, in the catalogue's order. */
        List<String> below(String prefix) throws IOException;
    }

    private List<String> choose(DataRequest request, List<String> named, String pattern, Catalogue catalogue)
            throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        if (pattern != null) {
            var mask = new FileMask(pattern);
            catalogue.below("").stream().filter(mask::fits).forEach(keys::add);
        }
        for (var key : named) {
            if (key.endsWith("/")) {
                keys.addAll(catalogue.below(key));
            } else {
                keys.add(key);
            }
        }
        keys.removeIf(key -> ShareSources.isExcluded(key, request.serverFilesExclude()) || Manifest.isManifest(key));
        var prefix = cloud.prefix(request.cloudStorageId());
        keys.removeIf(key -> !key.startsWith(prefix));
        return request.jobFileMapping() == null ? List.copyOf(keys) : mapped(request, keys);
    }

    private static List<String> mapped(DataRequest request, Set<String> keys) {
        var mapped = request.jobFileMapping().stream().flatMap(List::stream).toList();
        for (var key : mapped) {
            if (!keys.contains(key)) {
                throw new PermanentFailure("Job mapping file " + key + " is not specified in input files");
            }
        }
        return mapped;
    }

    private static SourceFile stays(long storage, String key) {
        return new SourceFile(key, List.of(new StoredPart(0, 0, new CloudKey(storage, key).toString())));
    }

    /** What is packed is fetched; pictures are not. */
    private List<SourceFile> fetched(List<SourceFile> files, long storage, String folder, Lease lease)
            throws IOException {
        if (Combination.require(files) == MediaKind.IMAGE) {
            return files;
        }
        var fetched = new ArrayList<SourceFile>();
        try (var cutter = new PartCutter(store, folder)) {
            for (var file : files) {
                if (MediaKind.of(file.name()).isPresent()) {
                    lease.check();
                    try (var object = objects.open(storage, file.name())) {
                        fetched.add(new SourceFile(file.name(), cutter.cut(object.bytes())));
                    }
                }
            }
        }
        return fetched;
    }
}
