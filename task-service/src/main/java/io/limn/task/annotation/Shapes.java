package io.limn.task.annotation;

import io.limn.common.geometry.Footprint;
import io.limn.common.geometry.ShapeKind;
import io.limn.common.geometry.Track;
import io.limn.common.geometry.TrackShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations as geometry sees them, and back. */
final class Shapes {
    private Shapes() {}

    static Footprint footprint(Annotation annotation) {
        var shape = annotation.geometry();
        return shape == null
                ? Footprint.ofTag(annotation.label())
                : new Footprint(annotation.label(), kind(shape.type()), Coordinates.parse(shape.points()));
    }

    private static ShapeKind kind(ShapeType type) {
        return ShapeKind.valueOf(type.name());
    }

    static Track<Drawn> track(Annotation track) {
        return new Track<>(
                track.label(),
                track.keyframes().stream().map(Shapes::shape).toList(),
                track.parts().stream().map(Shapes::track).toList());
    }

    private static TrackShape<Drawn> shape(Keyframe keyframe) {
        var geometry = keyframe.geometry();
        var points = Coordinates.parse(geometry.points());
        var attributes = new LinkedHashMap<Long, String>();
        keyframe.attributes().forEach(attribute -> attributes.put(attribute.spec(), attribute.value()));
        return new TrackShape<>(
                keyframe.frame(),
                kind(geometry.type()),
                points,
                geometry.rotation() == null ? 0 : geometry.rotation(),
                geometry.outside(),
                true,
                attributes,
                new Drawn(keyframe, points));
    }

    /** A part of a track: its keyframes and those of its elements as they were cut out of it. */
    static Annotation part(Annotation track, Track<Drawn> cut) {
        var keyframes = keyframes(cut.shapes());
        List<Annotation> elements = track.elements();
        if (elements != null) {
            elements = new ArrayList<>();
            for (int i = 0; i < cut.elements().size(); i++) {
                elements.add(part(track.elements().get(i), cut.elements().get(i)));
            }
        }
        int frame = keyframes.isEmpty() ? track.frame() : keyframes.getFirst().frame();
        return track.withParts(frame, keyframes, elements);
    }

    private static List<Keyframe> keyframes(List<TrackShape<Drawn>> shapes) {
        var keyframes = new ArrayList<Keyframe>(shapes.size());
        for (var shape : shapes) {
            keyframes.add(keyframe(shape, keyframes.isEmpty()));
        }
        return keyframes;
    }

    /** Keyframes stay as they were; the first one also tells what held before it. */
    private static Keyframe keyframe(TrackShape<Drawn> shape, boolean first) {
        var source = shape.source().keyframe();
        var drawn = shape.keyframe();
        var geometry = shape.outside() ? source.geometry().leftPicture() : source.geometry();
        if (!drawn && shape.points() != shape.source().points()) {
            geometry = geometry.at(shape.rotation(), Coordinates.text(shape.points()));
        } else if (!drawn && geometry.rotation() != null) {
            geometry = geometry.at(shape.rotation(), geometry.points());
        }
        boolean more = shape.attributes().size() > source.attributes().size();
        var attributes = more && (first || !drawn) ? attributes(shape.attributes()) : source.attributes();
        return new Keyframe(drawn ? source.id() : null, shape.frame(), geometry, attributes);
    }

    private static List<Attribute> attributes(Map<Long, String> values) {
        var attributes = new ArrayList<Attribute>(values.size());
        values.forEach((spec, value) -> attributes.add(new Attribute(spec, value)));
        return attributes;
    }
}
