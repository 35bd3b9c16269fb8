package io.limn.data.dataset.format.ultralytics;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.Skeletons;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.format.ultralytics.LineReader.Context;
import io.limn.data.dataset.text.Fields;
import java.util.ArrayList;
import java.util.List;

/** Understands skeletons, whose points are those of the target's label in its order. */
final class PoseReader {
    private static final int BOX = 5;

    private PoseReader() {}

    static ImportedShape read(Fields fields, Context context) {
        int points = context.data().shape()[0];
        int each = context.data().shape()[1];
        LineReader.requireFields(fields, BOX + points * each);
        var name = context.label(fields);
        if (context.labels().isEmpty()) {
            return null;
        }
        var names = names(fields, context.labels(), name);
        if (names.size() > points) {
            throw fields.malformed("skeleton '" + name + "' has " + names.size() + " points, not " + points);
        }
        var elements = new ArrayList<ImportedShape>();
        for (int i = 0; i < names.size(); i++) {
            int at = BOX + i * each;
            int seen = each == 2 ? Skeletons.VISIBLE : fields.whole(at + 2);
            if (seen < Skeletons.ABSENT || seen > Skeletons.VISIBLE) {
                throw fields.malformed("'" + seen + "' is no visibility");
            }
            elements.add(ImportedShape.of(ShapeKind.POINTS, names.get(i))
                    .as(ShapeKind.POINTS, Numbers.two(context.points(fields, at, 2)))
                    .seen(seen == Skeletons.HIDDEN, seen == Skeletons.ABSENT));
        }
        return LineReader.tracked(ImportedShape.skeleton(name, elements), fields, BOX + points * each);
    }

    private static List<String> names(Fields fields, Labels labels, String name) {
        var label = labels.find(name);
        if (label != null && !label.isSkeleton()) {
            throw fields.malformed("label '" + name + "' is not for skeletons");
        }
        return label == null ? List.of() : label.points();
    }
}
