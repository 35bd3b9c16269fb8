package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes stored annotations as they are read: all members, numbers as fractions, attributes filled with defaults. */
final class StoredAnnotationWriter extends AnnotationWriter {
    private final LabelRules rules;

    StoredAnnotationWriter(JsonGenerator json, LabelRules rules) {
        super(json);
        this.rules = rules;
    }

    @Override
    void write(Annotation annotation) throws IOException {
        json.writeStartObject();
        members(annotation);
        if (annotation.kind() != Kind.TAG) {
            elements(annotation.parts());
        }
        json.writeEndObject();
    }

    @Override
    protected void members(Annotation annotation) throws IOException {
        var filled = rules.filled(
                annotation.label(),
                annotation.attributes(),
                List.of(),
                annotation.kind() == Kind.TRACK ? spec -> !spec.mutable() : spec -> true);
        super.members(new Annotation(
                annotation.kind(),
                annotation.id(),
                annotation.frame(),
                annotation.label(),
                annotation.group(),
                annotation.source(),
                filled,
                annotation.geometry(),
                annotation.keyframes(),
                annotation.elements()));
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
    protected void geometry(Geometry geometry) throws IOException {
        super.geometry(new Geometry(
                geometry.type(),
                geometry.occluded(),
                geometry.outside(),
                geometry.order(),
                geometry.rotation() == null ? Double.valueOf(0) : geometry.rotation(),
                geometry.storedPoints()));
    }
}
