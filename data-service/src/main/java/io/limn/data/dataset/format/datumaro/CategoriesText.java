package io.limn.data.dataset.format.datumaro;

import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.text.JsonText;
import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what classes a dataset has and what points skeletons have. */
final class CategoriesText {
    private CategoriesText() {}

    static void write(JsonGenerator json, Labels labels) throws IOException {
        json.writeObjectFieldStart("categories");
        json.writeObjectFieldStart("label");
        json.writeArrayFieldStart("labels");
        for (var label : labels.all()) {
            json.writeStartObject();
            json.writeStringField("name", label.name());
            json.writeStringField("parent", label.parent());
            json.writeArrayFieldStart("attributes");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("label_groups");
        json.writeEndArray();
        json.writeArrayFieldStart("attributes");
        for (var name : attributes(labels)) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeEndObject();
        points(json, labels);
        json.writeEndObject();
    }

    private static TreeSet<String> attributes(Labels labels) {
        var names = labels.all().stream()
                .flatMap(label -> label.attributes().stream())
                .map(AttributeSpec::name)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("occluded");
        return names;
    }

    private static void points(JsonGenerator json, Labels labels) throws IOException {
        json.writeObjectFieldStart("points");
        json.writeArrayFieldStart("items");
        for (var label : labels.all()) {
            if (label.isSkeleton()) {
                points(json, label, labels.index(label));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, Label label, int index) throws IOException {
        json.writeStartObject();
        json.writeNumberField("label_id", index);
        json.writeArrayFieldStart("labels");
        for (var point : label.points()) {
            json.writeString(point);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("joints");
        for (var joint : label.joints()) {
            json.writeArray(new int[] {joint.from(), joint.to()}, 0, 2);
        }
        json.writeEndArray();
        JsonText.numbers(json, "positions");
        json.writeEndObject();
    }
}
