package io.limn.data.dataset.format.ultralytics;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.SixDecimals;
import io.limn.data.dataset.convert.Skeletons;
import io.limn.data.dataset.format.yolo.BoxLines;
import io.limn.data.dataset.format.yolo.Classes;

/** Skeletons: the box around the points that are there, then all points, as many as the longest skeleton has. */
final class PoseLines {
    private static final String NO_POINT = " 0.0 0.0 0";

    private PoseLines() {}

    static void append(StringBuilder text, Item item, Classes classes, int points) {
        for (var shape : item.shapes()) {
            if (shape.kind() == ShapeKind.SKELETON && classes.has(shape.label())) {
                var triplets = Skeletons.triplets(shape, classes.source());
                text.append(classes.index(shape.label()));
                BoxLines.append(text, Skeletons.box(triplets), item);
                for (int i = 0; i < triplets.length; i += 3) {
                    SixDecimals.append(text, Numbers.two(triplets[i]) / item.width());
                    SixDecimals.append(text, Numbers.two(triplets[i + 1]) / item.height());
                    text.append(' ').append((int) triplets[i + 2]);
                }
                text.repeat(NO_POINT, points - triplets.length / 3).append('\n');
            }
        }
    }
}
