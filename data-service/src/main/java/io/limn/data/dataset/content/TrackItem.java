package io.limn.data.dataset.content;

import java.util.List;

/**
 * A whole track.
 *
 * @param task   the task that has it
 * @param index  its number within what is exported, from 0
 * @param label  its label
 * @param group  0 means none
 * @param source where it comes from
 * @param shapes what it looks like on each included frame, in frame order, made one by one while they are read: drawn
 *               and derived ones, and those on which it leaves the picture
 */
public record TrackItem(TaskFacts task, int index, Label label, int group, String source, Iterable<Placed> shapes) {

    /**
     * A shape on a frame.
     *
     * @param frame number within the task
     * @param shape the shape
     */
    public record Placed(int frame, Shape shape) {}

    /** A track of shapes in memory. */
    public static TrackItem of(TaskFacts task, int index, Label label, int group, String source, List<Placed> shapes) {
        return new TrackItem(task, index, label, group, source, shapes);
    }
}
