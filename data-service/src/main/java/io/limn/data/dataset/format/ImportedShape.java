package io.limn.data.dataset.format;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import java.util.List;
import java.util.Map;

/**
 * A shape of a dataset. Attributes may bear the names {@code occluded}, {@code rotation}, {@code source},
 * {@code track_id} and {@code keyframe}, which the sink takes for what they say.
 *
 * @param kind       how its coordinates are to be read
 * @param label      name of its label; of a point of a skeleton that of the point
 * @param points     coordinates as the API has them, none for skeletons
 * @param rotation   degrees clockwise
 * @param occluded   whether something hides it in part
 * @param outside    whether the point of a skeleton is absent
 * @param order      drawing order
 * @param group      as the dataset numbers it, 0 for none
 * @param attributes by name: strings, numbers and booleans
 * @param elements   points of a skeleton
 */
public record ImportedShape(
        ShapeKind kind,
        String label,
        Points points,
        double rotation,
        boolean occluded,
        boolean outside,
        int order,
        int group,
        Map<String, Object> attributes,
        List<ImportedShape> elements) {

    /** A shape of which the dataset tells no more. */
    public static ImportedShape of(ShapeKind kind, String label, double... points) {
        return new ImportedShape(kind, label, Points.of(points), 0, false, false, 0, 0, Map.of(), List.of());
    }

    /** A box by two corners. */
    public static ImportedShape box(String label, double left, double top, double right, double bottom) {
        return of(ShapeKind.RECTANGLE, label, left, top, right, bottom);
    }

    /** A skeleton of points. */
    public static ImportedShape skeleton(String label, List<ImportedShape> elements) {
        return new ImportedShape(ShapeKind.SKELETON, label, Points.of(), 0, false, false, 0, 0, Map.of(), elements);
    }

    /** The same with attributes. */
    public ImportedShape with(Map<String, Object> newAttributes) {
        return new ImportedShape(
                kind, label, points, rotation, occluded, outside, order, group, newAttributes, elements);
    }

    /** The same in a group. */
    public ImportedShape inGroup(int newGroup) {
        return new ImportedShape(
                kind, label, points, rotation, occluded, outside, order, newGroup, attributes, elements);
    }

    /** The same at a place in the drawing order. */
    public ImportedShape at(int newOrder) {
        return new ImportedShape(
                kind, label, points, rotation, occluded, outside, newOrder, group, attributes, elements);
    }

    /** The same, rotated. */
    public ImportedShape rotated(double degrees) {
        return new ImportedShape(kind, label, points, degrees, occluded, outside, order, group, attributes, elements);
    }

    /** The same, hidden in part or absent. */
    public ImportedShape seen(boolean nowOccluded, boolean nowOutside) {
        return new ImportedShape(
                kind, label, points, rotation, nowOccluded, nowOutside, order, group, attributes, elements);
    }

    /** The same with other coordinates of another kind. */
    public ImportedShape as(ShapeKind newKind, Points newPoints) {
        return new ImportedShape(
                newKind, label, newPoints, rotation, occluded, outside, order, group, attributes, elements);
    }
}
