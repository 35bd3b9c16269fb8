package io.limn.data.dataset.format.datumaro;

import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.convert.CompressedRuns;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.convert.NeutralAttributes;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.Skeletons;
import io.limn.data.dataset.text.JsonText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the annotations of a frame.
 *
 * @param json   where to
 * @param labels all labels
 * @param item   the frame
 */
record AnnotationText(JsonGenerator json, Labels labels, Item item) {
    void tag(Tag tag) throws IOException {
        begin(0, "label", NeutralAttributes.of(tag), tag.group(), tag.label());
        json.writeEndObject();
    }

    /**
     * Writes a shape that has a place in the format.
     *
     * @param number of the shape on the frame
     */
    void shape(Shape shape, int number, boolean spatial) throws IOException {
        if (spatial != (shape.kind() == ShapeKind.CUBOID)) {
            return;
        }
        if (spatial) {
            int id = shape.track() == null ? number : shape.track().index();
            begin(id, "cuboid_3d", NeutralAttributes.of(shape), shape.group(), shape.label());
            var points = shape.points().toArray();
            JsonText.numbers(json, "position", Arrays.copyOfRange(points, 0, 3));
            JsonText.numbers(json, "rotation", Arrays.copyOfRange(points, 3, 6));
            JsonText.numbers(json, "scale", Arrays.copyOfRange(points, 6, 9));
        } else {
            begin(0, type(shape.kind()), NeutralAttributes.of(shape), shape.group(), shape.label());
            flat(shape);
        }
        json.writeEndObject();
    }

    private static String type(ShapeKind kind) {
        return kind == ShapeKind.RECTANGLE ? "bbox" : kind.name().toLowerCase(Locale.ROOT);
    }

    private void begin(int id, String type, Map<String, Object> attributes, int group, Label label) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeStringField("type", type);
        JsonText.attributes(json, "attributes", attributes);
        json.writeNumberField("group", group);
        json.writeNumberField("label_id", labels.index(label));
    }

    private void flat(Shape shape) throws IOException {
        var points = shape.points();
        switch (shape.kind()) {
            case RECTANGLE -> {
                var box = Numbers.two(points);
                JsonText.numbers(
                        json,
                        "bbox",
                        box.get(0),
                        box.get(1),
                        Numbers.two(box.get(2) - box.get(0)),
                        Numbers.two(box.get(3) - box.get(1)));
            }
            case POLYGON, POLYLINE ->
                JsonText.numbers(json, "points", Numbers.two(points).toArray());
            case POINTS -> {
                JsonText.numbers(json, "points", Numbers.two(points).toArray());
                var seen = new int[points.corners()];
                Arrays.fill(seen, Skeletons.VISIBLE);
                JsonText.wholes(json, "visibility", seen);
            }
            case ELLIPSE ->
                JsonText.numbers(json, "points", Numbers.two(around(points)).toArray());
            case MASK -> {
                json.writeObjectFieldStart("rle");
                var runs = Mask.ofPoints(points).columnRuns(item.width(), item.height());
                json.writeStringField("counts", CompressedRuns.encode(runs));
                JsonText.wholes(json, "size", item.height(), item.width());
                json.writeEndObject();
            }
            case SKELETON -> skeleton(shape);
            case CUBOID -> throw new IllegalArgumentException("A flat cuboid has no place in the format");
        }
        json.writeNumberField("z_order", shape.order());
    }

    /** The box around an ellipse that is given by its centre, right and top. */
    private static Points around(Points ellipse) {
        double x = ellipse.get(0);
        double y = ellipse.get(1);
        double across = ellipse.get(2) - x;
        double down = y - ellipse.get(3);
        return Points.of(x - across, y - down, x + across, y + down);
    }

    private void skeleton(Shape skeleton) throws IOException {
        var triplets = Skeletons.triplets(skeleton, labels);
        json.writeArrayFieldStart("points");
        for (int i = 0; i < triplets.length; i++) {
            if (i % 3 == 2) {
                json.writeNumber((int) triplets[i]);
            } else {
                json.writeNumber(Numbers.two(triplets[i]));
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("points_attributes");
        for (var part : labels.parts(skeleton.label())) {
            JsonText.attributes(json, attributes(skeleton, part));
        }
        json.writeEndArray();
    }

    /** What a point says of itself; whether it is hidden or absent is told by its visibility, its track by the whole. */
    private static Map<String, Object> attributes(Shape skeleton, Label part) {
        for (var element : skeleton.elements()) {
            if (element.label().id() == part.id()) {
                var attributes = NeutralAttributes.of(element);
                attributes.remove("occluded");
                attributes.remove("track_id");
                return attributes;
            }
        }
        return Map.of();
    }
}
