package io.limn.data.ingest;

import io.limn.data.upload.StoredPart;
import java.util.List;

/**
 * A file that data is made of.
 *
 * @param name  its path as it is shown
 * @param parts where its bytes are
 * @param size  what a manifest says of its size, {@code null} when it has to be looked at
 */
record SourceFile(String name, List<StoredPart> parts, Size size) {
    /** Width and height in pixels, where they are known beforehand. */
    record Size(int width, int height) {}

    /** A file that has to be looked at. */
    SourceFile(String name, List<StoredPart> parts) {
        this(name, parts, null);
    }

    long length() {
        return parts.stream().mapToLong(StoredPart::length).sum();
    }

    String[] keys() {
        return parts.stream().map(StoredPart::key).toArray(String[]::new);
    }

    Long[] lengths() {
        return parts.stream().map(StoredPart::length).toArray(Long[]::new);
    }
}
