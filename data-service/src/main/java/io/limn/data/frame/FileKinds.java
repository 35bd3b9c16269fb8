package io.limn.data.frame;

import java.util.Locale;
import java.util.Map;

/** What the name of a file tells about its content. */
final class FileKinds {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpe", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/x-webp"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("gif", "image/gif"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("jp2", "image/jp2"),
            Map.entry("tga", "image/x-tga"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("ppm", "image/x-portable-pixmap"),
            Map.entry("pgm", "image/x-portable-graymap"),
            Map.entry("pbm", "image/x-portable-bitmap"),
            Map.entry("avif", "image/avif"),
            Map.entry("heic", "image/heic"),
            Map.entry("pcd", "image/x.point-cloud-data"));

    private FileKinds() {}

    /** The extension as it is written, without the dot; empty when there is none. */
    static String extension(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1);
    }

    /** The path without its extension. */
    static String withoutExtension(String name) {
        String extension = extension(name);
        return extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
    }

    /** The media type of a picture, by its extension. */
    static String mediaType(String name) {
        return MEDIA_TYPES.getOrDefault(extension(name).toLowerCase(Locale.ROOT), "application/octet-stream");
    }
}
