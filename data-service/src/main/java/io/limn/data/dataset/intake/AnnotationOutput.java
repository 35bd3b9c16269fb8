package io.limn.data.dataset.intake;

import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.TrackItem.Placed;
import io.limn.data.dataset.content.Value;
import java.io.IOException;
import java.util.List;

/** Takes the annotations of a target one after the other, ready to be stored. */
public interface AnnotationOutput {
    /** A tag of a frame. */
    void tag(int frame, Tag tag) throws IOException;

    /** A shape of a frame. */
    void shape(int frame, Shape shape) throws IOException;

    /** A whole track. */
    void track(Track track) throws IOException;

    /**
     * A track as it is stored.
     *
     * @param label      its label
     * @param group      0 means none
     * @param source     where it comes from
     * @param attributes values of attributes that cannot change
     * @param keyframes  what was drawn, with the values of attributes that can
     * @param elements   points of a skeleton
     */
    record Track(
            Label label,
            int group,
            String source,
            List<Value> attributes,
            List<Placed> keyframes,
            List<Track> elements) {}
}
