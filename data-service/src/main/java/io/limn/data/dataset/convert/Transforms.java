package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Turns shapes into those that a format has. Each function gives back what it does not concern, so that they can be
 * applied one after the other to all shapes of a frame.
 */
public final class Transforms {
    private Transforms() {}

    /** Rotated boxes as polygons: the corners from the upper left one clockwise, turned about the centre. */
    public static Shape rotatedBoxToPolygon(Shape shape) {
        return shape.kind() == ShapeKind.RECTANGLE && shape.rotation() != 0
                ? shape.as(ShapeKind.POLYGON, corners(shape))
                : shape;
    }

    /** The corners of a box from the upper left one clockwise, rotated as it is. */
    public static Points corners(Shape box) {
        var points = box.points();
        double left = points.get(0);
        double top = points.get(1);
        double right = points.get(2);
        double bottom = points.get(3);
        double[] corners = {left, top, right, top, right, bottom, left, bottom};
        if (box.rotation() != 0) {
            double angle = Math.toRadians(box.rotation());
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            for (int i = 0; i < corners.length; i += 2) {
                double dx = corners[i] - x;
                double dy = corners[i + 1] - y;
                corners[i] = x + dx * Math.cos(angle) - dy * Math.sin(angle);
                corners[i + 1] = y + dx * Math.sin(angle) + dy * Math.cos(angle);
            }
        }
        return Points.of(corners);
    }

    /** Ellipses as masks; without a size of the picture as they are drawn. */
    public static Shape ellipseToMask(Shape shape, int width, int height) {
        return shape.kind() == ShapeKind.ELLIPSE ? masked(shape, width, height) : shape;
    }

    /** Polygons as masks. */
    public static Shape polygonToMask(Shape shape, int width, int height) {
        return shape.kind() == ShapeKind.POLYGON ? masked(shape, width, height) : shape;
    }

    /** Boxes as masks; those that are rotated by their corners. */
    public static Shape boxToMask(Shape shape, int width, int height) {
        return shape.kind() == ShapeKind.RECTANGLE ? masked(shape, width, height) : shape;
    }

    private static Shape masked(Shape shape, int width, int height) {
        return shape.as(ShapeKind.MASK, mask(shape, width, height).toPoints());
    }

    /**
     * The pixels of a box, a polygon, an ellipse or a mask on a picture.
     *
     * @throws IllegalArgumentException for other kinds
     */
    public static Mask mask(Shape shape, int width, int height) {
        var points = shape.points();
        return switch (shape.kind()) {
            case MASK -> Mask.ofPoints(points).within(width, height);
            case POLYGON -> PolygonRaster.of(points, width, height);
            case RECTANGLE -> PolygonRaster.of(corners(shape), width, height);
            case ELLIPSE ->
                Drawing.ellipse(
                                points.get(0),
                                points.get(1),
                                points.get(2) - points.get(0),
                                points.get(1) - points.get(3),
                                shape.rotation())
                        .within(width, height);
            default -> throw new IllegalArgumentException(shape.kind() + " has no pixels");
        };
    }

    /** Masks as polygons: one for each line around them and within them; other shapes alone. */
    public static List<Shape> maskToPolygons(Shape shape) {
        return shape.kind() == ShapeKind.MASK
                ? polygons(Mask.ofPoints(shape.points())).stream()
                        .map(line -> shape.as(ShapeKind.POLYGON, line))
                        .toList()
                : List.of(shape);
    }

    /** The lines around and within a mask. */
    public static List<Points> polygons(Mask mask) {
        return Drawing.contours(mask);
    }

    /** The pixels of a polygon. */
    public static Mask polygon(Points polygon, int width, int height) {
        return PolygonRaster.of(polygon, width, height);
    }

    /**
     * Boxes, polygons and masks of a frame that have one group as one mask, which has the label and the attributes of
     * the largest of them. What has no group stays, and so do other kinds of shapes.
     */
    public static List<Shape> mergeGroups(List<Shape> shapes, int width, int height) {
        // What has no group is one by itself, so that all keep the place of their first member.
        var groups = new LinkedHashMap<Integer, List<Shape>>();
        int alone = 0;
        for (var shape : shapes) {
            int group = shape.group() == 0 || !hasPixels(shape.kind()) ? --alone : shape.group();
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(shape);
        }
        var merged = new ArrayList<Shape>();
        groups.values()
                .forEach(group -> merged.add(group.size() == 1 ? group.getFirst() : merge(group, width, height)));
        merged.sort(Comparator.comparingInt(Shape::order));
        return merged;
    }

    private static Shape merge(List<Shape> group, int width, int height) {
        var leader = group.stream()
                .max(Comparator.comparingInt(shape -> mask(shape, width, height).area()))
                .orElseThrow();
        var all = group.stream()
                .map(shape -> mask(shape, width, height))
                .reduce(Mask::union)
                .orElseThrow();
        return leader.as(ShapeKind.MASK, all.toPoints());
    }

    private static boolean hasPixels(ShapeKind kind) {
        return switch (kind) {
            case RECTANGLE, POLYGON, ELLIPSE, MASK -> true;
            case POLYLINE, POINTS, CUBOID, SKELETON -> false;
        };
    }
}
