package io.limn.data.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/**
 * A body that was received whole.
 *
 * @param fields its fields as a JSON object
 * @param files  its files, whose bytes are stored but belong to no collection yet
 * @param folder where their blobs are
 */
record UploadForm(JsonNode fields, List<ReceivedFile> files, String folder) {
    /** The files by the index of their field. */
    List<ReceivedFile> sortedFiles() {
        return files.stream()
                .sorted(Comparator.comparingInt(ReceivedFile::index))
                .toList();
    }
}
