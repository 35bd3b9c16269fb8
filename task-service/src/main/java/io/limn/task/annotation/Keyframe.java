package io.limn.task.annotation;

import java.util.List;

/**
 * What a track looks like on one frame.
 *
 * @param id         {@code null} until stored
 * @param frame      frame of the task
 * @param geometry   the shape there
 * @param attributes values of mutable attributes
 * @param compared   whether its track was compared with one of an overlapping job, which answers tell; never stored
 */
record Keyframe(Long id, int frame, Geometry geometry, List<Attribute> attributes, boolean compared) {
    Keyframe(Long id, int frame, Geometry geometry, List<Attribute> attributes) {
        this(id, frame, geometry, attributes, false);
    }

    Keyframe on(int otherFrame) {
        return new Keyframe(id, otherFrame, geometry, attributes, compared);
    }

    Keyframe withId(Long assigned) {
        return new Keyframe(assigned, frame, geometry, attributes, compared);
    }

    Keyframe withGeometry(Geometry newGeometry) {
        return new Keyframe(id, frame, newGeometry, attributes, compared);
    }

    Keyframe withAttributes(List<Attribute> newAttributes) {
        return new Keyframe(id, frame, geometry, newAttributes, compared);
    }

    Keyframe asCompared() {
        return new Keyframe(id, frame, geometry, attributes, true);
    }
}
