package io.limn.data.dataset.picture;

import io.limn.data.media.MediaKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The pictures of an archive by their paths without extension. */
public final class PictureNames {
    private final Map<String, String> byPath = new HashMap<>();

    /**
     * Of the files below a folder.
     *
     * @param folder with a slash at its end, empty for all
     */
    public PictureNames(Collection<String> names, String folder) {
        for (var name : names) {
            if (name.startsWith(folder) && isPicture(name)) {
                byPath.putIfAbsent(stem(name.substring(folder.length())), name);
            }
        }
    }

    /** Whether a file is a picture by its name. */
    public static boolean isPicture(String name) {
        return MediaKind.of(name).filter(kind -> kind == MediaKind.IMAGE).isPresent();
    }

    /** A path without its last extension. */
    public static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** The picture of a path below the folder, {@code null} when there is none. */
    public String find(String path) {
        return byPath.get(path);
    }

    /** All paths that have a picture, in no order. */
    public Collection<String> paths() {
        return byPath.keySet();
    }
}
