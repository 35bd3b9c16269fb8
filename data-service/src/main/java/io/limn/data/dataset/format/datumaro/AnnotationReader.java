package io.limn.data.dataset.format.datumaro;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.convert.CompressedRuns;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.convert.Skeletons;
import io.limn.data.dataset.format.ImportSink.ItemSink;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.text.JsonEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Understands shapes.
 *
 * @param categories classes of the dataset
 * @param labels     those of the target
 */
record AnnotationReader(Categories categories, Labels labels) {
    private static final int CUBOID = 16;

    /** A shape of an annotation that is no tag. */
    ImportedShape shape(JsonEntry annotation, String type, ItemSink item) {
        var shape =
                switch (type) {
                    case "bbox" -> box(annotation);
                    case "polygon" -> line(annotation, ShapeKind.POLYGON, 6);
                    case "polyline" -> line(annotation, ShapeKind.POLYLINE, 4);
                    case "points" -> line(annotation, ShapeKind.POINTS, 2);
                    case "ellipse" -> ellipse(annotation);
                    case "mask" -> mask(annotation, item);
                    case "skeleton" -> skeleton(annotation);
                    case "cuboid_3d" -> cuboid(annotation);
                    default -> throw annotation.malformed("type", "there is no type '" + type + "'");
                };
        return shape.with(annotation.attributes("attributes"))
                .inGroup(annotation.wholeOrZero("group"))
                .at(annotation.wholeOrZero("z_order"));
    }

    private ImportedShape of(JsonEntry annotation, ShapeKind kind, double... points) {
        return ImportedShape.of(kind, categories.label(annotation), points);
    }

    private ImportedShape box(JsonEntry annotation) {
        var box = annotation.numbers("bbox", 4);
        return of(annotation, ShapeKind.RECTANGLE, box[0], box[1], box[0] + box[2], box[1] + box[3]);
    }

    private ImportedShape line(JsonEntry annotation, ShapeKind kind, int least) {
        var points = annotation.numbers("points");
        if (points.length < least || points.length % 2 != 0) {
            throw annotation.malformed("points", "at least " + least / 2 + " pairs of numbers are due");
        }
        return of(annotation, kind, points);
    }

    private ImportedShape ellipse(JsonEntry annotation) {
        var box = annotation.numbers("points", 4);
        return of(annotation, ShapeKind.ELLIPSE, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2], box[1]);
    }

    private ImportedShape cuboid(JsonEntry annotation) {
        var points = Arrays.copyOf(annotation.numbers("position", 3), CUBOID);
        System.arraycopy(annotation.numbers("rotation", 3), 0, points, 3, 3);
        System.arraycopy(annotation.numbers("scale", 3), 0, points, 6, 3);
        return of(annotation, ShapeKind.CUBOID, points);
    }

    private ImportedShape mask(JsonEntry annotation, ItemSink item) {
        var rle = new JsonEntry(
                annotation.file(),
                annotation.place() + ".rle",
                annotation.node().path("rle"));
        var size = rle.numbers("size", 2);
        int height = (int) size[0];
        int width = (int) size[1];
        if (item.width() > 0 && (item.width() != width || item.height() != height)) {
            throw rle.malformed("size", "it is not the size of the picture");
        }
        try {
            List<Integer> runs = rle.node().path("counts").isTextual()
                    ? CompressedRuns.decode(rle.text("counts"))
                    : Arrays.stream(rle.numbers("counts"))
                            .mapToObj(run -> (int) run)
                            .toList();
            var mask = Mask.ofColumnRuns(runs, width, height);
            if (mask.area() == 0) {
                throw rle.malformed("counts", "the mask has no pixels");
            }
            return of(annotation, ShapeKind.MASK).as(ShapeKind.MASK, mask.toPoints());
        } catch (IllegalArgumentException | ArithmeticException | NegativeArraySizeException wrong) {
            throw rle.malformed("counts", String.valueOf(wrong.getMessage()));
        }
    }

    private ImportedShape skeleton(JsonEntry annotation) {
        var name = categories.label(annotation);
        var names = names(annotation, name);
        var triplets = annotation.numbers("points", names.size() * 3);
        var attributes = annotation.node().path("points_attributes");
        var elements = new ArrayList<ImportedShape>();
        for (int i = 0; i < names.size(); i++) {
            var own = attributes.path(i);
            elements.add(ImportedShape.of(ShapeKind.POINTS, names.get(i))
                    .as(ShapeKind.POINTS, Points.of(triplets[3 * i], triplets[3 * i + 1]))
                    .with(own.isObject() ? JsonEntry.attributes(own) : Map.of())
                    .seen(triplets[3 * i + 2] == Skeletons.HIDDEN, triplets[3 * i + 2] == Skeletons.ABSENT));
        }
        return ImportedShape.skeleton(name, elements);
    }

    private List<String> names(JsonEntry annotation, String label) {
        var names = categories.points().get(annotation.whole("label_id"));
        if (names != null && !names.isEmpty()) {
            return names;
        }
        var own = labels.find(label);
        if (own == null || own.points().isEmpty()) {
            throw annotation.malformed("label_id", "nobody tells the points of '" + label + "'");
        }
        return own.points();
    }
}
