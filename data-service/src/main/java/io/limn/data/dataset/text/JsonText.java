package io.limn.data.dataset.text;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.limn.data.dataset.archive.ArchiveWriter;
import java.io.IOException;
import java.util.Map;

/** Writes JSON files while they grow. */
public final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonText() {}

    /** Begins a file; closing the generator ends it. */
    public static JsonGenerator begin(ArchiveWriter archive, String name) throws IOException {
        return FACTORY.createGenerator(archive.entry(name), JsonEncoding.UTF8);
    }

    /** Writes a member of numbers. */
    public static void numbers(JsonGenerator json, String key, double... numbers) throws IOException {
        json.writeFieldName(key);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** Writes a member of whole numbers. */
    public static void wholes(JsonGenerator json, String key, int... numbers) throws IOException {
        json.writeFieldName(key);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** Writes a member of attributes. */
    public static void attributes(JsonGenerator json, String key, Map<String, Object> attributes) throws IOException {
        json.writeFieldName(key);
        attributes(json, attributes);
    }

    /** Writes attributes. */
    public static void attributes(JsonGenerator json, Map<String, Object> attributes) throws IOException {
        json.writeStartObject();
        for (var attribute : attributes.entrySet()) {
            json.writeFieldName(attribute.getKey());
            switch (attribute.getValue()) {
                case Boolean flag -> json.writeBoolean(flag);
                case Integer number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                default -> json.writeString(attribute.getValue().toString());
            }
        }
        json.writeEndObject();
    }
}
