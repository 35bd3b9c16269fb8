package io.limn.task.annotation;

import java.util.List;

/**
 * What a track looks like on one frame.
 *
 * @param id         {@code null} until stored
 * @param frame      frame of the task
 * @param geometry   the shape there
 * @param attributes values of mutable attributes
 */
record Keyframe(Long id, int frame, Geometry geometry, List<Attribute> attributes) {
    Keyframe on(int otherFrame) {
        return new Keyframe(id, otherFrame, geometry, attributes);
    }

    Keyframe withId(long assigned) {
        return new Keyframe(assigned, frame, geometry, attributes);
    }
}
