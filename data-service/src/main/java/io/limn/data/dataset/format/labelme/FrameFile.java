package io.limn.data.dataset.format.labelme;

import io.limn.data.dataset.picture.PictureNames;

/**
 * Which frame a file is about.
 *
 * @param subset its subset
 * @param id     its path without extension
 */
record FrameFile(String subset, String id) {
    private static final String NONE = "default";

    /**
     * By its path and what it says itself.
     *
     * @param path   path of the file without extension
     * @param folder folder of the picture, may be empty
     * @param name   name of the picture, may be empty
     */
    static FrameFile of(String path, String folder, String name) {
        var own = name.isEmpty() ? "" : (folder.isEmpty() ? "" : folder + "/") + PictureNames.stem(name);
        if (!own.isEmpty() && path.endsWith("/" + own)) {
            var above = path.substring(0, path.length() - own.length() - 1);
            return folder.isEmpty() ? split(path) : new FrameFile(above.substring(above.lastIndexOf('/') + 1), own);
        }
        return split(path);
    }

    private static FrameFile split(String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? new FrameFile(NONE, path)
                : new FrameFile(path.substring(0, slash), path.substring(slash + 1));
    }
}
