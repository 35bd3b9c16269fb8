package io.limn.data.dataset.format.ultralytics;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.PictureSize;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.format.yolo.BoxLines;
import io.limn.data.dataset.text.Fields;
import java.util.Map;

/** Understands a line. Whatever the format, the number of a track may stand at its end. */
@FunctionalInterface
interface LineReader {
    /**
     * The shape of a line.
     *
     * @return {@code null} when it cannot be made as long as the target has no labels
     * @throws io.limn.data.dataset.format.DatasetException when the line makes no sense
     */
    ImportedShape read(Fields fields, Context context);

    /**
     * What the line is about.
     *
     * @param data   describes the dataset
     * @param labels those of the target
     * @param size   that of the picture
     */
    record Context(DataYaml data, Labels labels, PictureSize size) {
        /** The class of a line. */
        String label(Fields fields) {
            int index = fields.whole(0);
            var name = data.names().get(index);
            if (name == null) {
                throw fields.malformed("Undeclared label '" + index + "'");
            }
            return name;
        }

        /** Pairs of fields as coordinates in the picture. */
        Points points(Fields fields, int from, int count) {
            var points = new double[count];
            for (int i = 0; i < count; i++) {
                points[i] = fields.real(from + i) * (i % 2 == 0 ? size.width() : size.height());
            }
            return Points.of(points);
        }
    }

    /** A box. */
    static ImportedShape box(Fields fields, Context context) {
        requireFields(fields, 5);
        return tracked(BoxLines.read(fields, context.label(fields), context.size()), fields, 5);
    }

    /** A box by its corners. */
    static ImportedShape turnedBox(Fields fields, Context context) {
        requireFields(fields, 9);
        var box = TurnedBox.of(context.points(fields, 1, 8));
        var shape = ImportedShape.of(ShapeKind.RECTANGLE, context.label(fields))
                .as(ShapeKind.RECTANGLE, Numbers.two(box.corners()))
                .rotated(Numbers.two(box.degrees()));
        return tracked(shape, fields, 9);
    }

    /** A polygon. */
    static ImportedShape polygon(Fields fields, Context context) {
        int numbers = (fields.size() - 1) / 2 * 2;
        if (numbers < 6) {
            throw fields.malformed("Unexpected field count " + fields.size() + ", a polygon has at least 3 corners");
        }
        var points = Numbers.two(context.points(fields, 1, numbers));
        var shape = ImportedShape.of(ShapeKind.POLYGON, context.label(fields)).as(ShapeKind.POLYGON, points);
        return tracked(shape, fields, 1 + numbers);
    }

    /** Refuses lines that have neither so many fields nor one more for the track. */
    static void requireFields(Fields fields, int count) {
        if (fields.size() != count && fields.size() != count + 1) {
            throw fields.malformed("Unexpected field count " + fields.size() + ", expected " + count);
        }
    }

    /** The shape as one of a track when the line has a further field. */
    static ImportedShape tracked(ImportedShape shape, Fields fields, int count) {
        return fields.size() == count ? shape : shape.with(Map.of("track_id", fields.whole(count), "keyframe", true));
    }
}
