package io.limn.data.dataset.remote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An annotation, or a keyframe of one, as task-service sends it. */
final class Stored {
    private static final double[] NONE = {};

    int index = -1;
    int frame;
    long label;
    int group;
    String source = "";
    ShapeKind kind;
    boolean occluded;
    boolean outside;
    int order;
    double rotation;
    Points points = Points.of();
    long[] specs = {};
    List<String> values = List.of();
    List<Stored> keyframes = List.of();
    List<Stored> elements = List.of();

    /** Reads the object at hand; gives the number of its last member {@code end}, -1 without such a one. */
    long read(JsonParser json) throws IOException {
        long end = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("end")) {
                end = json.getLongValue();
            } else if (name.equals("track")) {
                read(json);
            } else if (token == JsonToken.VALUE_NULL) {
                continue;
            } else {
                member(name, json);
            }
        }
        return end;
    }

    private void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "index" -> index = json.getIntValue();
            case "frame" -> frame = json.getIntValue();
            case "label_id" -> label = json.getLongValue();
            case "group" -> group = json.getIntValue();
            case "source" -> source = json.getText();
            case "type" -> kind = ShapeKind.valueOf(json.getText().toUpperCase(Locale.ROOT));
            case "occluded" -> occluded = json.getBooleanValue();
            case "outside" -> outside = json.getBooleanValue();
            case "z_order" -> order = json.getIntValue();
            case "rotation" -> rotation = json.getDoubleValue();
            case "points" -> points = points(json);
            case "attributes" -> attributes(json);
            case "shapes" -> keyframes = list(json);
            case "elements" -> elements = list(json);
            default -> json.skipChildren();
        }
    }

    private static Points points(JsonParser json) throws IOException {
        var numbers = NONE;
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(8, count * 2));
            }
            numbers[count++] = json.getDoubleValue();
        }
        return Points.of(count == numbers.length ? numbers : Arrays.copyOf(numbers, count));
    }

    private void attributes(JsonParser json) throws IOException {
        var texts = new ArrayList<String>(4);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long spec = 0;
            String value = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (name.equals("spec_id")) {
                    spec = json.getLongValue();
                } else if (name.equals("value")) {
                    value = json.getText();
                }
            }
            specs = Arrays.copyOf(specs, specs.length + 1);
            specs[specs.length - 1] = spec;
            texts.add(value);
        }
        values = texts;
    }

    private static List<Stored> list(JsonParser json) throws IOException {
        var list = new ArrayList<Stored>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var one = new Stored();
            one.read(json);
            list.add(one);
        }
        return list;
    }
}
