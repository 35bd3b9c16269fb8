package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes annotations as JSON: as they were sent, with their ids (echo and storage). */
class AnnotationWriter {
    protected final JsonGenerator json;
    private final AttributeTexts texts = new AttributeTexts();

    AnnotationWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A whole answer. */
    void write(LabeledData data) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", 0);
        list("tags", data.tags());
        list("shapes", data.shapes());
        list("tracks", data.tracks());
        json.writeEndObject();
    }

    private void list(String name, List<Annotation> annotations) throws IOException {
        json.writeArrayFieldStart(name);
        for (var annotation : annotations) {
            write(annotation);
        }
        json.writeEndArray();
    }

    /** One annotation with its parts. */
    void write(Annotation annotation) throws IOException {
        json.writeStartObject();
        members(annotation);
        if (annotation.elements() != null) {
            elements(annotation.elements());
        }
        json.writeEndObject();
    }

    protected void elements(List<Annotation> elements) throws IOException {
        json.writeArrayFieldStart("elements");
        for (var element : elements) {
            json.writeStartObject();
            members(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    protected void members(Annotation annotation) throws IOException {
        id(annotation.id());
        json.writeNumberField("frame", annotation.frame());
        json.writeNumberField("label_id", annotation.label());
        if (annotation.group() == null) {
            json.writeNullField("group");
        } else {
            json.writeNumberField("group", annotation.group());
        }
        json.writeStringField("source", annotation.source());
        if (annotation.geometry() != null) {
            geometry(annotation.geometry());
        }
        attributes(annotation);
        if (annotation.keyframes() != null) {
            keyframes(annotation);
        }
    }

    protected void keyframes(Annotation track) throws IOException {
        json.writeArrayFieldStart("shapes");
        for (var keyframe : track.keyframes()) {
            keyframe(keyframe, keyframe.attributes());
        }
        json.writeEndArray();
    }

    protected void keyframe(Keyframe keyframe, List<Attribute> attributes) throws IOException {
        json.writeStartObject();
        id(keyframe.id());
        json.writeNumberField("frame", keyframe.frame());
        geometry(keyframe.geometry());
        attributes(attributes);
        if (keyframe.compared()) {
            json.writeBooleanField("keyframe", true);
        }
        json.writeEndObject();
    }

    private void id(Long id) throws IOException {
        if (id == null) {
            json.writeNullField("id");
        } else {
            json.writeNumberField("id", id);
        }
    }

    protected void geometry(Geometry geometry) throws IOException {
        json.writeStringField("type", geometry.type().wireName());
        json.writeBooleanField("occluded", geometry.occluded());
        json.writeBooleanField("outside", geometry.outside());
        json.writeNumberField("z_order", geometry.order());
        rotation(geometry);
        points(geometry);
    }

    protected void rotation(Geometry geometry) throws IOException {
        if (geometry.rotation() == null) {
            json.writeNumberField("rotation", 0);
        } else {
            json.writeNumberField("rotation", geometry.rotation());
        }
    }

    /** Points go out as they came; those that were not sent do not come back. */
    protected void points(Geometry geometry) throws IOException {
        if (geometry.points() != null) {
            json.writeFieldName("points");
            json.writeRawValue(geometry.points());
        }
    }

    protected void attributes(Annotation annotation) throws IOException {
        attributes(annotation.attributes());
    }

    protected void attributes(List<Attribute> attributes) throws IOException {
        json.writeFieldName("attributes");
        json.writeRawValue(texts.of(attributes));
    }
}
