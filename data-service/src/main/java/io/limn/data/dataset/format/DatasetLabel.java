package io.limn.data.dataset.format;

/**
 * A label of a dataset.
 *
 * @param name   its name
 * @param parent name of the skeleton's label whose point it is, empty for others
 */
public record DatasetLabel(String name, String parent) {
    /** A label that is not for points of a skeleton. */
    public static DatasetLabel of(String name) {
        return new DatasetLabel(name, "");
    }
}
