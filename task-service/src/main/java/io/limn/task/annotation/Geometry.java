package io.limn.task.annotation;

/**
 * Where and how a shape is drawn.
 *
 * @param type     kind of shape
 * @param occluded whether something hides it in part
 * @param outside  whether it has left the picture, or the element of a skeleton is absent
 * @param order    drawing order, higher is nearer
 * @param rotation degrees clockwise about the centre of the bounding box, 0 to 360; {@code null} when not sent
 * @param points   coordinates as a JSON array, as they were sent; {@code null} when not sent
 */
record Geometry(ShapeType type, boolean occluded, boolean outside, int order, Double rotation, String points) {
    Geometry at(double newRotation, String newPoints) {
        return new Geometry(type, occluded, outside, order, newRotation, newPoints);
    }

    Geometry leftPicture() {
        return new Geometry(type, occluded, true, order, rotation, points);
    }

    /** The coordinates as they are stored and read: every number with a fraction, none for skeletons. */
    String storedPoints() {
        return type == ShapeType.SKELETON || points == null ? "[]" : Coordinates.asFractions(points);
    }
}
