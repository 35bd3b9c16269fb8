package io.limn.data.dataset.format.coco;

import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.Mask;
import java.io.IOException;
import java.util.Map;

/** Writes what all COCO files have. */
final class CocoHeader {
    private static final String[] INFO = {"contributor", "date_created", "description", "url", "version", "year"};

    private CocoHeader() {}

    /** The licences and what is said of the whole. */
    static void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("licenses");
        json.writeStartObject();
        json.writeStringField("name", "");
        json.writeNumberField("id", 0);
        json.writeStringField("url", "");
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("info");
        for (var name : INFO) {
            json.writeStringField(name, "");
        }
        json.writeEndObject();
    }

    /** A picture. */
    static void image(JsonGenerator json, int number, Item item) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", number);
        json.writeNumberField("width", item.width());
        json.writeNumberField("height", item.height());
        json.writeStringField("file_name", item.fileName());
        json.writeNumberField("license", 0);
        json.writeStringField("flickr_url", "");
        json.writeStringField("coco_url", "");
        json.writeNumberField("date_captured", 0);
        json.writeEndObject();
    }

    /** The pixels of a mask over its whole picture. */
    static void runs(JsonGenerator json, Mask mask, Item item) throws IOException {
        json.writeObjectFieldStart("segmentation");
        json.writeArrayFieldStart("counts");
        for (int run : mask.columnRuns(item.width(), item.height())) {
            json.writeNumber(run);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("size");
        json.writeNumber(item.height());
        json.writeNumber(item.width());
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The attributes of an object. */
    static void attributes(JsonGenerator json, Map<String, Object> attributes) throws IOException {
        json.writeObjectFieldStart("attributes");
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
