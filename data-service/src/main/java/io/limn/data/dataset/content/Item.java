package io.limn.data.dataset.content;

import java.util.List;
import java.util.Locale;

/**
 * A frame with all that is on it.
 *
 * @param task    the task that has it
 * @param frame   its number within the task, from 0
 * @param number  its number in the source, behind all that the export had before
 * @param id      its path without extension, unique within the subset
 * @param path    its path as the API shows it, of a video {@code frame_000000} and so on
 * @param width   pixels
 * @param height  pixels
 * @param tags    what is said of the whole frame
 * @param shapes  by drawing order, single shapes before those of tracks; none that has left the picture
 * @param media   its bytes: the original ones, or a PNG of a frame of a video; {@code null} when media are not exported
 * @param related pictures of its surroundings
 */
public record Item(
        TaskFacts task,
        int frame,
        int number,
        String id,
        String path,
        int width,
        int height,
        List<Tag> tags,
        List<Shape> shapes,
        MediaFile media,
        List<RelatedFile> related) {

    /** The subset that it belongs to. */
    public String subset() {
        return task.subset();
    }

    /** The extension of its file in small letters with a dot before it, {@code .png} for frames of videos. */
    public String extension() {
        if (task.isVideo()) {
            return ".png";
        }
        var base = path.substring(path.lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        return dot < 0 ? "" : base.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** Its id with the extension. */
    public String fileName() {
        return id + extension();
    }

    /** Its id without folders. */
    public String baseName() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The same frame with other shapes. */
    public Item withShapes(List<Shape> newShapes) {
        return new Item(task, frame, number, id, path, width, height, tags, newShapes, media, related);
    }
}
