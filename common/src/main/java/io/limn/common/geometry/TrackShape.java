package io.limn.common.geometry;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a track looks like on one frame.
 *
 * @param frame      frame of the task
 * @param kind       how to read the coordinates
 * @param points     coordinates
 * @param rotation   degrees clockwise
 * @param outside    whether it has left the picture
 * @param keyframe   whether somebody drew it here; otherwise it was derived from its neighbours
 * @param attributes values of attributes that may change along the track, by their ids
 * @param source     what the caller had: of a derived shape, that of the keyframe before it
 * @param <T>        type of what the caller had
 */
public record TrackShape<T>(
        int frame,
        ShapeKind kind,
        Points points,
        double rotation,
        boolean outside,
        boolean keyframe,
        Map<Long, String> attributes,
        T source) {

    /** A shape that somebody drew, without attributes. */
    public static <T> TrackShape<T> drawn(
            int frame, ShapeKind kind, Points points, double rotation, boolean outside, T source) {
        return new TrackShape<>(frame, kind, points, rotation, outside, true, Map.of(), source);
    }

    /** Whether it is in the picture. */
    public boolean visible() {
        return !outside;
    }

    /** The same shape on another frame, where nobody drew it. */
    public TrackShape<T> repeatedOn(int otherFrame) {
        return new TrackShape<>(otherFrame, kind, points, rotation, outside, false, attributes, source);
    }

    /** The same shape on another frame, having left the picture. */
    TrackShape<T> hiddenOn(int otherFrame) {
        return new TrackShape<>(otherFrame, kind, points, rotation, true, false, attributes, source);
    }

    TrackShape<T> movedOn(int otherFrame, Points newPoints, double newRotation) {
        return new TrackShape<>(otherFrame, kind, newPoints, newRotation, outside, false, attributes, source);
    }

    /** The same shape, with the values that held before where it sets none itself. */
    TrackShape<T> after(Map<Long, String> before) {
        if (attributes.keySet().containsAll(before.keySet())) {
            return this;
        }
        var all = new LinkedHashMap<>(attributes);
        before.forEach(all::putIfAbsent);
        return new TrackShape<>(frame, kind, points, rotation, outside, keyframe, all, source);
    }
}
