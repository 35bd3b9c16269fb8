package io.limn.data.ingest;

import io.limn.data.upload.StoredPart;
import java.util.List;

/**
 * A file that data is made of.
 *
 * @param name  its path as it is shown
 * @param parts where its bytes are
 */
record SourceFile(String name, List<StoredPart> parts) {
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
