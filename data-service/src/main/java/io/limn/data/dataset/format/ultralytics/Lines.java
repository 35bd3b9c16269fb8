package io.limn.data.dataset.format.ultralytics;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.SixDecimals;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.format.yolo.BoxLines;
import io.limn.data.dataset.format.yolo.Classes;

/** Writes the shapes of a frame that have a place in a format, one a line. */
@FunctionalInterface
interface Lines {
    /**
     * Appends lines.
     *
     * @param points how many points each skeleton is to have
     */
    void append(StringBuilder text, Item item, Classes classes, int points);

    /** Boxes that are not rotated. */
    static void boxes(StringBuilder text, Item item, Classes classes, int points) {
        boxes(text, item, classes, false);
    }

    /** Boxes that are not rotated, those of tracks with the number of the track. */
    static void trackedBoxes(StringBuilder text, Item item, Classes classes, int points) {
        boxes(text, item, classes, true);
    }

    private static void boxes(StringBuilder text, Item item, Classes classes, boolean tracked) {
        for (var shape : item.shapes()) {
            if (shape.kind() == ShapeKind.RECTANGLE && shape.rotation() == 0) {
                text.append(classes.index(shape.label()));
                BoxLines.append(text, shape.points(), item);
                if (tracked && shape.track() != null) {
                    text.append(' ').append(shape.track().index());
                }
                text.append('\n');
            }
        }
    }

    /** Boxes by their corners from the upper left one clockwise, turned as they are. */
    static void corners(StringBuilder text, Item item, Classes classes, int points) {
        for (var shape : item.shapes()) {
            if (shape.kind() == ShapeKind.RECTANGLE) {
                line(text, shape, Transforms.corners(rounded(shape)), item, classes);
            }
        }
    }

    private static Shape rounded(Shape box) {
        return new Shape(
                box.kind(),
                box.label(),
                Numbers.two(box.points()),
                box.rotation(),
                box.occluded(),
                box.outside(),
                box.order(),
                box.group(),
                box.source(),
                box.attributes(),
                box.elements(),
                box.track());
    }

    /** Polygons, and what can be turned into some. */
    static void polygons(StringBuilder text, Item item, Classes classes, int points) {
        for (var shape : item.shapes()) {
            switch (shape.kind()) {
                case POLYGON -> line(text, shape, Numbers.two(shape.points()), item, classes);
                case MASK, ELLIPSE ->
                    Transforms.maskToPolygons(Transforms.ellipseToMask(shape, item.width(), item.height()))
                            .forEach(polygon -> line(text, shape, polygon.points(), item, classes));
                case RECTANGLE, POLYLINE, POINTS, CUBOID, SKELETON -> {
                    // These have no place in the format.
                }
            }
        }
    }

    private static void line(StringBuilder text, Shape shape, Points points, Item item, Classes classes) {
        text.append(classes.index(shape.label()));
        for (int i = 0; i < points.corners(); i++) {
            SixDecimals.append(text, points.x(i) / item.width());
            SixDecimals.append(text, points.y(i) / item.height());
        }
        text.append('\n');
    }
}
