package io.limn.data.dataset.intake;

import io.limn.data.dataset.format.ImportedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds the frame that a dataset means. Paths are compared without the last extension; a dataset of a subfolder fits as
 * well, what stands before it is found out once and then holds for all. Otherwise a number decides.
 */
public final class FrameNames {
    private static final String OF_VIDEO = "frame_";

    private final List<String> paths;
    private final Map<String, Integer> byPath = new HashMap<>();
    private final boolean video;
    private final int start;
    private final int step;
    private String root;

    /**
     * Of frames.
     *
     * @param paths path of each frame of the task; of a video {@code frame_000000} and so on
     * @param start number of the first frame in the source
     * @param step  every how many frames of the source are taken
     */
    public FrameNames(List<String> paths, boolean video, int start, int step) {
        this.paths = paths;
        this.video = video;
        this.start = start;
        this.step = step;
        for (int frame = 0; frame < paths.size(); frame++) {
            byPath.putIfAbsent(stripped(paths.get(frame)), frame);
        }
    }

    private String stripped(String path) {
        return video ? path : strip(path);
    }

    /** A path without its last extension. */
    public static String strip(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** The frame that is meant. */
    OptionalInt find(ImportedItem item) {
        var id = item.id();
        for (var name : List.of(id, strip(id))) {
            var frame = named(name);
            if (frame != null) {
                return OptionalInt.of(frame);
            }
        }
        if (item.number() != null) {
            return existing(item.number());
        }
        var number = number(id);
        if (number.isEmpty() && video) {
            var base = id.substring(id.lastIndexOf('/') + 1);
            number = base.startsWith(OF_VIDEO) ? number(base.substring(OF_VIDEO.length())) : number;
        }
        return number.isPresent() ? existing(number.getAsInt()) : number;
    }

    private Integer named(String name) {
        var frame = byPath.get(name);
        if (frame == null && root == null) {
            root = rootOf(name);
        }
        return frame != null || root == null || root.isEmpty() ? frame : byPath.get(root + name);
    }

    private String rootOf(String name) {
        for (var path : paths) {
            var stripped = stripped(path);
            if (stripped.endsWith("/" + name)) {
                return stripped.substring(0, stripped.length() - name.length());
            }
        }
        return null;
    }

    private OptionalInt existing(int frame) {
        return frame >= 0 && frame < paths.size() ? OptionalInt.of(frame) : OptionalInt.empty();
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The frame with a number in the source. */
    OptionalInt numbered(int number) {
        int behind = number - start;
        return behind >= 0 && behind % step == 0 ? existing(behind / step) : OptionalInt.empty();
    }

    /** How many frames there are. */
    int size() {
        return paths.size();
    }
}
