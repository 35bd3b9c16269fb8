package io.limn.data.ingest;

import io.limn.data.media.FrameOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files are frames, and which show the context of one: files below a folder {@code related_images} never are
 * frames; beside point clouds no picture is.
 *
 * @param frames  the frames in the order of the files
 * @param related context pictures by the name of their frame, sorted by path
 */
record Layout(List<SourceFile> frames, Map<String, List<SourceFile>> related) {
    private static final String RELATED = "related_images";

    /** The layout of pictures; context pictures that belong to no frame are passed over. */
    static Layout ofPictures(List<SourceFile> files) {
        var frames = new ArrayList<SourceFile>();
        var context = new HashMap<String, List<SourceFile>>();
        for (var file : files) {
            var steps = file.name().split("/");
            if (List.of(steps).subList(0, steps.length - 1).contains(RELATED)) {
                folderOfFrame(file.name(), steps)
                        .ifPresent(folder -> context.computeIfAbsent(folder, any -> new ArrayList<>())
                                .add(file));
            } else {
                frames.add(file);
            }
        }
        var related = new HashMap<String, List<SourceFile>>();
        for (var frame : frames) {
            var found = context.get(relatedFolder(frame.name()));
            if (found != null) {
                found.sort(Comparator.comparing(SourceFile::name, FrameOrder.LEXICOGRAPHICAL));
                related.put(frame.name(), found);
            }
        }
        return new Layout(frames, related);
    }

    /** {@code dir/related_images/name_ext}, where the context of {@code dir/name.ext} is. */
    static String relatedFolder(String frame) {
        int slash = frame.lastIndexOf('/') + 1;
        var name = frame.substring(slash);
        int dot = name.lastIndexOf('.');
        var folder = dot < 0 ? name : name.substring(0, dot) + "_" + name.substring(dot + 1);
        return frame.substring(0, slash) + RELATED + "/" + folder;
    }

    private static java.util.Optional<String> folderOfFrame(String path, String[] steps) {
        boolean direct = steps.length >= 3 && steps[steps.length - 3].equals(RELATED);
        return direct ? java.util.Optional.of(path.substring(0, path.lastIndexOf('/'))) : java.util.Optional.empty();
    }
}
