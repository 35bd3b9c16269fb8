package io.limn.data.dataset.content;

/**
 * A picture that shows the surroundings of a frame.
 *
 * @param path as it was uploaded
 * @param file its bytes, {@code null} when media are not exported
 */
public record RelatedFile(String path, MediaFile file) {
    /** Its name without folders. */
    public String baseName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
