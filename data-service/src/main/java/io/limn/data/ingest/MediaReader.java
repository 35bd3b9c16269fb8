package io.limn.data.ingest;

import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import io.limn.data.media.MediaProbe;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.upload.DataRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds out what uploaded files are, unpacks and sorts them. */
@ApplicationScoped
public class MediaReader {
    private final Archives archives;
    private final Pictures pictures;
    private final Sources sources;
    private final MediaProbe probe;

    MediaReader(Archives archives, Pictures pictures, Sources sources, MediaProbe probe) {
        this.archives = archives;
        this.pictures = pictures;
        this.sources = sources;
        this.probe = probe;
    }

    /**
     * Reads the media of a request.
     *
     * @param uploaded files in upload order
     * @param folder   where blobs go that have to be made; its intent has been noted
     * @throws PermanentFailure when they cannot be data of a task
     */
    Media read(List<SourceFile> uploaded, DataRequest request, String folder, Lease lease)
            throws IOException, InterruptedException {
        var manifest = manifest(uploaded);
        if (manifest.isPresent() && request.sortingMethod().equals("random")) {
            throw new PermanentFailure("It isn't supported to upload manifest file and use random sorting");
        }
        var files = uploaded.stream()
                .filter(file -> MediaKind.of(file.name()).isPresent())
                .toList();
        var kind = Combination.require(files);
        return switch (kind) {
            case VIDEO -> video(files.getFirst(), request, folder);
            case PDF -> throw new PermanentFailure("PDF documents are not available on this server");
            case IMAGE -> frames(files, request, false, manifest, folder, lease);
            case ZIP, ARCHIVE -> {
                var unpacked = archives.unpack(files.getFirst(), kind, folder);
                yield frames(unpacked, request, kind == MediaKind.ZIP, manifest, folder, lease);
            }
        };
    }

    private Optional<Manifest> manifest(List<SourceFile> uploaded) throws IOException {
        var manifests = uploaded.stream()
                .filter(file -> Manifest.isManifest(file.name()))
                .toList();
        if (manifests.size() > 1) {
            throw new PermanentFailure("Only one manifest file can be attached to data");
        }
        if (manifests.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Manifest.read(sources.stream(manifests.getFirst().parts())));
    }

    private Media video(SourceFile file, DataRequest request, String folder) throws IOException {
        Demands.checkVideo(request);
        try (var source = sources.open(file.parts())) {
            var index = probe.video(source, file.name());
            return new Media(SourceIndex.Kind.VIDEO, List.of(), file, index, folder);
        } catch (UnreadableMediaException unreadable) {
            throw new PermanentFailure(unreadable.getMessage(), unreadable);
        }
    }

    private Media frames(
            List<SourceFile> files,
            DataRequest request,
            boolean packed,
            Optional<Manifest> manifest,
            String folder,
            Lease lease)
            throws IOException, InterruptedException {
        boolean clouds = files.stream().anyMatch(file -> MediaKind.isPointCloud(file.name()));
        var layout = clouds ? PointCloudLayout.of(files) : Layout.ofPictures(files);
        if (layout.frames().isEmpty()) {
            throw new PermanentFailure("No media data found");
        }
        var sorted = Sorting.sort(layout.frames(), request, packed, manifest);
        var frames = pictures.look(sorted, layout.related(), folder, lease);
        if (request.startFrame() < frames.size()) {
            pictures.requireDecodable(frames.get(request.startFrame()));
        }
        return new Media(clouds ? SourceIndex.Kind.POINT_CLOUDS : SourceIndex.Kind.IMAGES, frames, null, null, folder);
    }
}
