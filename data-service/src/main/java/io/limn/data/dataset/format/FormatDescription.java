package io.limn.data.dataset.format;

/**
 * What the API tells of one direction of a format.
 *
 * @param name      display name with the version, by which requests name it
 * @param ext       kinds of files, for example {@code XML, ZIP}
 * @param dimension kind of media
 * @param tracks    whether its importer joins shapes that bear the attributes {@code track_id} and {@code keyframe}
 * @param polygons  whether its importer turns masks into polygons unless the caller asks for masks
 */
public record FormatDescription(String name, String ext, Dimension dimension, boolean tracks, boolean polygons) {
    /** An exporter for pictures and videos. */
    public static FormatDescription exporter(String name) {
        return new FormatDescription(name, "ZIP", Dimension.FLAT, false, false);
    }

    /** An importer for pictures and videos that takes archives, whose shapes stay as they are and by themselves. */
    public static FormatDescription importer(String name) {
        return importer(name, "ZIP");
    }

    /** An importer for pictures and videos. */
    public static FormatDescription importer(String name, String ext) {
        return new FormatDescription(name, ext, Dimension.FLAT, false, false);
    }

    /** The same for point clouds. */
    public FormatDescription spatial() {
        return new FormatDescription(name, ext, Dimension.SPATIAL, tracks, polygons);
    }

    /** The same, joining shapes to tracks. */
    public FormatDescription joiningTracks() {
        return new FormatDescription(name, ext, dimension, true, polygons);
    }

    /** The same, turning masks into polygons. */
    public FormatDescription makingPolygons() {
        return new FormatDescription(name, ext, dimension, tracks, true);
    }

    /** The number at the end of the name. */
    public String version() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
