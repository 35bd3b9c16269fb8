package io.limn.data.dataset.format;

import java.util.Map;

/**
 * A tag of a dataset.
 *
 * @param label      name of its label
 * @param group      as the dataset numbers it, 0 for none
 * @param attributes by name: strings, numbers and booleans
 */
public record ImportedTag(String label, int group, Map<String, Object> attributes) {
    /** A tag without attributes. */
    public static ImportedTag of(String label) {
        return new ImportedTag(label, 0, Map.of());
    }
}
