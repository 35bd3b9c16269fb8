package io.limn.common.geometry;

/**
 * What decides whether two objects of overlapping jobs are the same one.
 *
 * @param label  its label
 * @param kind   kind of shape, {@code null} for a tag
 * @param points coordinates, {@code null} for a tag
 */
public record Footprint(long label, ShapeKind kind, Points points) {
    /** The footprint of a tag. */
    public static Footprint ofTag(long label) {
        return new Footprint(label, null, null);
    }
}
