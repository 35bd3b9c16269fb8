package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes stored annotations as they are read: all members, numbers as fractions, attributes filled with defaults. */
final class StoredAnnotationWriter extends AnnotationWriter {
    private final LabelRules rules;
    private final FilledAttributes filled;
    private long count;

    StoredAnnotationWriter(JsonGenerator json, LabelRules rules) {
        super(json);
        this.rules = rules;
        filled = new FilledAttributes(rules);
    }

    /** How many annotations were written. */
    long count() {
        return count;
    }

    @Override
    void write(Annotation annotation) throws IOException {
        count++;
        json.writeStartObject();
        members(annotation);
        if (annotation.kind() != Kind.TAG) {
            elements(annotation.parts());
        }
        json.writeEndObject();
    }

    @Override
    protected void attributes(Annotation annotation) throws IOException {
        json.writeFieldName("attributes");
        json.writeRawValue(filled.of(annotation));
    }

    /** A keyframe shows what held before it where it sets nothing itself. */
    @Override
    protected void keyframes(Annotation track) throws IOException {
        json.writeArrayFieldStart("shapes");
        var before = List.<Attribute>of();
        for (var keyframe : track.keyframes().stream()
                .sorted(Comparator.comparingInt(Keyframe::frame))
                .collect(Collectors.toList())) {
            before = rules.filled(track.label(), keyframe.attributes(), before, LabelRules.Spec::mutable);
            keyframe(keyframe, before);
        }
        json.writeEndArray();
    }

    @Override
    protected void rotation(Geometry geometry) throws IOException {
        json.writeNumberField("rotation", geometry.rotation() == null ? 0.0 : geometry.rotation());
    }

    @Override
    protected void points(Geometry geometry) throws IOException {
        json.writeFieldName("points");
        json.writeRawValue(stored(geometry));
    }

    /** What is read from rows has its fractions already. */
    private static String stored(Geometry geometry) {
        return geometry.type() == ShapeType.SKELETON || geometry.points() == null
                ? "[]"
                : Coordinates.asFractions(geometry.points());
    }
}
