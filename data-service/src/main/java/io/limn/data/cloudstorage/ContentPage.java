package io.limn.data.cloudstorage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.limn.data.media.MediaKind;
import java.util.List;
import java.util.Locale;

/**
 * Some entries of one level of a bucket.
 *
 * @param next    where the next page begins, {@code null} on the last
 * @param content folders first
 */
public record ContentPage(String next, List<Entry> content) {
    /**
     * A folder or an object.
     *
     * @param name     last part of its key
     * @param type     {@code DIR} or {@code REG}
     * @param mimeType {@code DIR}, or the kind of medium that the name tells
     */
    public record Entry(
            String name,
            String type,
            @JsonProperty("mime_type") String mimeType) {
        static Entry folder(String path) {
            var bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return new Entry(last(bare), "DIR", "DIR");
        }

        static Entry object(String key) {
            var kind = MediaKind.of(key)
                    .map(found -> found == MediaKind.ZIP ? MediaKind.ARCHIVE : found)
                    .map(found -> found.name().toLowerCase(Locale.ROOT))
                    .orElse("unknown");
            return new Entry(last(key), "REG", kind);
        }

        private static String last(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** A page without anything on it. */
    static ContentPage empty() {
        return new ContentPage(null, List.of());
    }
}
