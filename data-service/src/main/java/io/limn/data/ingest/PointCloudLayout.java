package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.media.FrameOrder;
import io.limn.data.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the point cloud to which a picture gives the context, in the folder layouts that are in use. */
final class PointCloudLayout {
    private static final Pattern KITTI =
            Pattern.compile("(.*?)image_\\d+/data/([^/]+)\\.[^./]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPERVISELY = Pattern.compile("(.*?)related_images/([^/]+)_pcd/[^/]+");

    private final Map<String, SourceFile> clouds = new HashMap<>();

    private PointCloudLayout(List<SourceFile> files) {
        files.forEach(file -> clouds.put(file.name().toLowerCase(Locale.ROOT), file));
    }

    /**
     * The layout of files among which are point clouds.
     *
     * @throws PermanentFailure when a picture belongs to none
     */
    static Layout of(List<SourceFile> files) {
        var frames = files.stream()
                .filter(file -> MediaKind.isPointCloud(file.name()))
                .toList();
        var layout = new PointCloudLayout(frames);
        var related = new HashMap<String, List<SourceFile>>();
        for (var file : files) {
            if (!MediaKind.isPointCloud(file.name())) {
                var cloud = layout.cloudOf(file.name())
                        .orElseThrow(() -> new PermanentFailure(
                                "Combined media types are not supported, found: images, 3d point clouds."));
                related.computeIfAbsent(cloud.name(), any -> new ArrayList<>()).add(file);
            }
        }
        related.values()
                .forEach(pictures -> pictures.sort(Comparator.comparing(SourceFile::name, FrameOrder.LEXICOGRAPHICAL)));
        return new Layout(frames, related);
    }

    private Optional<SourceFile> cloudOf(String picture) {
        var kitti = KITTI.matcher(picture);
        if (kitti.matches()) {
            var found = find(kitti.group(1) + "velodyne_points/data/" + kitti.group(2) + ".bin");
            if (found.isPresent()) {
                return found;
            }
        }
        var supervisely = SUPERVISELY.matcher(picture);
        if (supervisely.matches()) {
            return find(supervisely.group(1) + "pointcloud/" + supervisely.group(2) + ".pcd");
        }
        int dot = picture.lastIndexOf('.');
        var stem = dot < 0 ? picture : picture.substring(0, dot);
        return find(stem + ".pcd").or(() -> find(stem + ".bin")).or(() -> inOwnFolder(picture));
    }

    /** {@code name/name.pcd} for anything in the folder {@code name}. */
    private Optional<SourceFile> inOwnFolder(String picture) {
        int slash = picture.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var folder = picture.substring(0, slash);
        var name = folder.substring(folder.lastIndexOf('/') + 1);
        return find(folder + "/" + name + ".pcd").or(() -> find(folder + "/" + name + ".bin"));
    }

    private Optional<SourceFile> find(String path) {
        return Optional.ofNullable(clouds.get(path.toLowerCase(Locale.ROOT)));
    }
}
