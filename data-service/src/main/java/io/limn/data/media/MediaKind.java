package io.limn.data.media;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of media files, told by their names alone. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    ARCHIVE,
    PDF,
    ZIP;

    private static final Set<String> IMAGES = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "jif", "png", "bmp", "dib", "gif", "tif", "tiff", "webp", "ppm", "pgm", "pbm",
            "pnm", "pfm", "pxm", "ico", "tga", "icb", "vda", "vst", "jp2", "j2k", "jpf", "jpx", "j2c", "jpc", "avif",
            "heic", "heif", "hdr", "pic", "exr", "sr", "ras", "psd", "pcx", "dds", "xbm", "xpm", "sgi", "rgb", "cur",
            "icns", "qoi", "svs", "apng", "dng", "cr2", "nef", "arw", "raf", "orf", "rw2", "pcd", "bin");
    private static final Set<String> VIDEOS = Set.of(
            "mp4", "m4v", "avi", "mkv", "mk3d", "webm", "mov", "qt", "mts", "m2ts", "m2t", "ts", "mpg", "mpeg", "mpe",
            "m1v", "m2v", "mpv", "vob", "3gp", "3g2", "ogv", "ogg", "flv", "f4v", "wmv", "asf", "mxf", "mng", "movie",
            "dv", "dif", "axv", "fli", "lsf", "mjpg", "mjpeg", "h264", "264", "h265", "265", "hevc", "y4m");
    private static final Set<String> ARCHIVES = Set.of("rar", "tar", "tgz", "tbz", "tbz2", "txz", "7z", "cpio");

    /** The kind of a file; empty for what is no media. */
    public static Optional<MediaKind> of(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        var extension = extension(name);
        if (IMAGES.contains(extension)) {
            return Optional.of(IMAGE);
        }
        if (VIDEOS.contains(extension)) {
            return Optional.of(VIDEO);
        }
        if (ARCHIVES.contains(extension) || name.matches(".*\\.tar\\.(gz|bz2|xz)")) {
            return Optional.of(ARCHIVE);
        }
        return switch (extension) {
            case "pdf" -> Optional.of(PDF);
            case "zip" -> Optional.of(ZIP);
            default -> Optional.empty();
        };
    }

    /** Whether a file is a scan of points rather than a picture. */
    public static boolean isPointCloud(String path) {
        var extension = extension(path.toLowerCase(Locale.ROOT));
        return extension.equals("pcd") || extension.equals("bin");
    }

    /** What follows the last dot of the file name, without it; empty when there is none. */
    public static String extension(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
