package io.limn.data.upload;

import java.util.List;

/**
 * A file of a form whose bytes are stored.
 *
 * @param field  name of its field
 * @param name   its cleaned name
 * @param parts  where its bytes are
 */
record ReceivedFile(String field, String name, List<StoredPart> parts) {
    long length() {
        return parts.stream().mapToLong(StoredPart::length).sum();
    }

    /** The number in a field name such as {@code client_files[3]}; 0 without one. */
    int index() {
        var digits = field.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
