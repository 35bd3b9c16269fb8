package io.limn.data.dataset.format;

/**
 * A frame as a dataset names it.
 *
 * @param id     its path, with or without extension
 * @param subset its subset, {@code default} when the format has none
 * @param media  name of its file in the archive, {@code null} when there is none
 * @param number number of the frame within the target that the dataset gives besides, {@code null} for none
 * @param width  pixels by the dataset, 0 when it does not tell
 * @param height pixels by the dataset, 0 when it does not tell
 */
public record ImportedItem(String id, String subset, String media, Integer number, int width, int height) {
    /** A frame of which the dataset tells no more. */
    public static ImportedItem of(String id, String subset) {
        return new ImportedItem(id, subset, null, null, 0, 0);
    }

    /** The same with the name of its file in the archive. */
    public ImportedItem withMedia(String file) {
        return new ImportedItem(id, subset, file, number, width, height);
    }

    /** The same with its size. */
    public ImportedItem withSize(int newWidth, int newHeight) {
        return new ImportedItem(id, subset, media, number, newWidth, newHeight);
    }

    /** The same with the number of a frame. */
    public ImportedItem withNumber(Integer newNumber) {
        return new ImportedItem(id, subset, media, newNumber, width, height);
    }
}
