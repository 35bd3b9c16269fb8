package io.limn.data.dataset.format;

import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.TrackItem;
import java.io.IOException;
import java.util.List;

/**
 * What is exported: one revision of the annotations and the media. It can be gone through as often as a format likes,
 * always with the same content; nothing is kept between the passes.
 */
public interface ExportSource {
    /** What is exported. */
    Subject subject();

    /** Whether media are part of the dataset. */
    boolean withMedia();

    /** The subsets in order. */
    List<String> subsets();

    /**
     * Goes through the frames of a subset in order, those without annotations among them. Frames that are deleted or
     * not part of what is exported are left out.
     */
    void items(String subset, Visitor<Item> visitor) throws IOException;

    /** Goes through the frames of a subset as {@link #items(String, Visitor)} does, without what is on them: faster. */
    default void frames(String subset, Visitor<Item> visitor) throws IOException {
        items(subset, visitor);
    }

    /** Goes through the frames of all subsets. */
    default void items(Visitor<Item> visitor) throws IOException {
        for (var subset : subsets()) {
            items(subset, visitor);
        }
    }

    /** Goes through the tracks by their number. */
    void tracks(Visitor<TrackItem> visitor) throws IOException;

    /** Goes through the shapes that belong to no track, by task and frame, as they were stored. */
    void singles(Visitor<Single> visitor) throws IOException;

    /**
     * A shape that belongs to no track.
     *
     * @param task  the task that has it
     * @param frame number within the task
     * @param shape the shape
     */
    record Single(io.limn.data.dataset.content.TaskFacts task, int frame, io.limn.data.dataset.content.Shape shape) {}

    /** Is shown one thing after the other. */
    @FunctionalInterface
    interface Visitor<T> {
        /** Takes the next one. */
        void visit(T next) throws IOException;
    }
}
