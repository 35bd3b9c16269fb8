package io.limn.data.dataset.format.coco;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.convert.NeutralAttributes;
import io.limn.data.dataset.convert.Numbers;
import io.limn.data.dataset.convert.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object of a picture: a shape, or several that belong together.
 *
 * @param label      the label of the largest of them
 * @param attributes its attributes
 * @param polygons   lines around it, coordinates one after the other; none of a box or a mask
 * @param mask       its pixels, {@code null} unless it is told by them
 * @param area       number of pixels that it covers
 * @param box        left, top, width and height
 */
record CocoInstance(
        Label label, Map<String, Object> attributes, List<double[]> polygons, Mask mask, double area, double[] box) {

    /** Of the shapes of a picture that belong together. */
    static CocoInstance of(List<Shape> shapes, int width, int height) {
        var leader = shapes.getFirst();
        double largest = -1;
        if (shapes.size() > 1) {
            for (var shape : shapes) {
                double area = area(shape, width, height);
                if (area > largest) {
                    largest = area;
                    leader = shape;
                }
            }
        }
        var attributes = NeutralAttributes.of(leader);
        var name = leader.label();
        boolean crowd = Boolean.TRUE.equals(attributes.remove("is_crowd"))
                || shapes.stream().anyMatch(shape -> shape.kind() == ShapeKind.MASK && shape.label() == name);
        attributes.remove("score");
        var box = box(shapes);
        return crowd
                ? masked(shapes, leader, attributes, box, width, height)
                : lined(shapes, leader, attributes, box, width, height);
    }

    private static CocoInstance masked(
            List<Shape> shapes, Shape leader, Map<String, Object> attributes, double[] box, int width, int height) {
        var mask = shapes.stream()
                .filter(shape -> shape.kind() != ShapeKind.RECTANGLE || shapes.size() == 1)
                .map(shape -> Transforms.mask(shape, width, height))
                .reduce(Mask::union)
                .orElseThrow();
        return new CocoInstance(leader.label(), attributes, List.of(), mask, mask.area(), box);
    }

    private static CocoInstance lined(
            List<Shape> shapes, Shape leader, Map<String, Object> attributes, double[] box, int width, int height) {
        var lines = new ArrayList<double[]>();
        Mask covered = null;
        for (var shape : shapes) {
            if (shape.kind() == ShapeKind.RECTANGLE) {
                continue;
            }
            for (var line : Transforms.maskToPolygons(shape)) {
                lines.add(Numbers.two(line.points()).toArray());
            }
            var mask = Transforms.mask(shape, width, height);
            covered = covered == null ? mask : covered.union(mask);
        }
        double area = covered == null ? box[2] * box[3] : covered.area();
        return new CocoInstance(leader.label(), attributes, lines, null, area, box);
    }

    private static double area(Shape shape, int width, int height) {
        var points = shape.points();
        return shape.kind() == ShapeKind.RECTANGLE
                ? Math.abs((points.get(2) - points.get(0)) * (points.get(3) - points.get(1)))
                : Transforms.mask(shape, width, height).area();
    }

    /** The box of the boxes, if there are some; otherwise that of all. */
    private static double[] box(List<Shape> shapes) {
        boolean boxes = shapes.stream().anyMatch(shape -> shape.kind() == ShapeKind.RECTANGLE);
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (var shape : shapes) {
            if (boxes && shape.kind() != ShapeKind.RECTANGLE) {
                continue;
            }
            var points = shape.points();
            if (shape.kind() == ShapeKind.MASK) {
                int at = points.size() - 4;
                left = Math.min(left, points.get(at));
                top = Math.min(top, points.get(at + 1));
                right = Math.max(right, points.get(at + 2) + 1);
                bottom = Math.max(bottom, points.get(at + 3) + 1);
                continue;
            }
            for (int i = 0; i + 1 < points.size(); i += 2) {
                left = Math.min(left, Numbers.two(points.get(i)));
                right = Math.max(right, Numbers.two(points.get(i)));
                top = Math.min(top, Numbers.two(points.get(i + 1)));
                bottom = Math.max(bottom, Numbers.two(points.get(i + 1)));
            }
        }
        return new double[] {left, top, Numbers.two(right - left), Numbers.two(bottom - top)};
    }
}
