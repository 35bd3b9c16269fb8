package io.limn.data.dataset.content;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import java.util.List;

/**
 * A shape on a frame: a single one, or what a track looks like there.
 *
 * @param kind       how its coordinates are to be read
 * @param label      its label
 * @param points     coordinates as the API has them, none for skeletons
 * @param rotation   degrees clockwise
 * @param occluded   whether something hides it in part
 * @param outside    whether it has left the picture; only points of skeletons and shapes of whole tracks are
 * @param order      drawing order, higher is nearer
 * @param group      shapes of one frame with the same number belong together; 0 means none
 * @param source     where it comes from, for example {@code manual}
 * @param attributes values of all attributes of its label; on shapes of tracks those that may change come first
 * @param elements   points of a skeleton
 * @param track      its place in a track, {@code null} for a single shape
 */
public record Shape(
        ShapeKind kind,
        Label label,
        Points points,
        double rotation,
        boolean occluded,
        boolean outside,
        int order,
        int group,
        String source,
        List<Value> attributes,
        List<Shape> elements,
        TrackPlace track) {

    /** The same shape with other coordinates of another kind, no longer rotated. */
    public Shape as(ShapeKind newKind, Points newPoints) {
        return new Shape(
                newKind, label, newPoints, 0, occluded, outside, order, group, source, attributes, elements, track);
    }

    /** The same shape, in the picture or not. */
    public Shape withOutside(boolean nowOutside) {
        return new Shape(
                kind, label, points, rotation, occluded, nowOutside, order, group, source, attributes, elements, track);
    }

    /** The same shape in another group. */
    public Shape withGroup(int newGroup) {
        return new Shape(
                kind, label, points, rotation, occluded, outside, order, newGroup, source, attributes, elements, track);
    }
}
