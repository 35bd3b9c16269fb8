package io.limn.task.annotation;

import java.util.List;

/**
 * A tag, a shape or a track, or an element of a skeleton.
 *
 * @param kind       which of them
 * @param id         {@code null} until stored
 * @param frame      frame of the task; of a track the first one
 * @param label      label or sublabel
 * @param group      objects of one frame with the same number belong together; {@code null} and 0 mean none
 * @param source     where it comes from, for example {@code manual}
 * @param attributes values of attributes; of a track only those that cannot change
 * @param geometry   of a shape, {@code null} otherwise
 * @param keyframes  of a track, {@code null} otherwise
 * @param elements   of a skeleton; {@code null} when none were sent
 */
record Annotation(
        Kind kind,
        Long id,
        int frame,
        long label,
        Integer group,
        String source,
        List<Attribute> attributes,
        Geometry geometry,
        List<Keyframe> keyframes,
        List<Annotation> elements) {

    Annotation withId(Long assigned) {
        return new Annotation(kind, assigned, frame, label, group, source, attributes, geometry, keyframes, elements);
    }

    Annotation withLabel(long newLabel) {
        return new Annotation(kind, id, frame, newLabel, group, source, attributes, geometry, keyframes, elements);
    }

    Annotation withAttributes(List<Attribute> newAttributes) {
        return new Annotation(kind, id, frame, label, group, source, newAttributes, geometry, keyframes, elements);
    }

    Annotation withParts(int firstFrame, List<Keyframe> newKeyframes, List<Annotation> newElements) {
        return new Annotation(
                kind, id, firstFrame, label, group, source, attributes, geometry, newKeyframes, newElements);
    }

    /** Elements, none when none were sent. */
    List<Annotation> parts() {
        return elements == null ? List.of() : elements;
    }

    /** The frame of the earliest keyframe of a track. */
    int firstKeyframe() {
        return keyframes.stream().mapToInt(Keyframe::frame).min().orElse(frame);
    }
}
