package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Attributes, keyframes and elements as the JSON text in which they are stored. */
final class StoredText {
    static final JsonFactory JSON = new JsonFactory();

    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private StoredText() {}

    /** Values of attributes as they go out; {@code null} for none. */
    static String of(List<Attribute> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        var text = new StringBuilder(attributes.size() * 40).append('[');
        for (var attribute : attributes) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append("{\"spec_id\":").append(attribute.spec()).append(",\"value\":\"");
            ESCAPES.quoteAsString(attribute.value(), text);
            text.append("\"}");
        }
        return text.append(']').toString();
    }

    /** Values of attributes from a text of ours. */
    static List<Attribute> attributes(String text) throws IOException {
        if (text == null) {
            return List.of();
        }
        var attributes = new ArrayList<Attribute>();
        try (var json = JSON.createParser(text)) {
            // Rows of former releases have an object around the list.
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    attribute(json, attributes);
                }
            }
        }
        return List.copyOf(attributes);
    }

    private static void attribute(JsonParser json, List<Attribute> attributes) throws IOException {
        long spec = 0;
        String value = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "spec_id" -> spec = json.getLongValue();
                case "value" -> value = json.getText();
                default -> {
                    // The list itself: its items follow.
                    return;
                }
            }
        }
        if (value != null) {
            attributes.add(new Attribute(spec, value));
        }
    }

    /** The keyframes and elements of an annotation; {@code null} when it has neither. */
    static String parts(Annotation annotation) throws IOException {
        if (annotation.keyframes() == null && annotation.parts().isEmpty()) {
            return null;
        }
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            var writer = new AnnotationWriter(json);
            json.writeStartObject();
            if (annotation.keyframes() != null) {
                writer.keyframes(annotation);
            }
            writer.elements(annotation.parts());
            json.writeEndObject();
        }
        return text.toString();
    }
}
