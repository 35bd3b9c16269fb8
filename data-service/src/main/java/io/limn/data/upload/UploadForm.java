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
    /** The files of a field with indexed names, by index. */
    List<ReceivedFile> filesOf(String field) {
        return files.stream()
                .filter(file -> file.field().startsWith(field + "["))
                .sorted(Comparator.comparingInt(ReceivedFile::index))
                .toList();
    }
}
