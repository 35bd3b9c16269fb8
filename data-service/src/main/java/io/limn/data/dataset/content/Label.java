package io.limn.data.dataset.content;

import java.util.List;

/**
 * A class of objects.
 *
 * @param id         its id, 0 in datasets that are read
 * @param name       its name
 * @param color      {@code #rrggbb}
 * @param type       the kind of object it is for: {@code any}, {@code rectangle}, {@code skeleton} and so on
 * @param parent     name of the skeleton's label whose point it is, empty for other labels
 * @param attributes what its objects have
 * @param svg        drawing of a skeleton, its points by the names of their labels; empty for others
 * @param points     names of the labels of a skeleton's points, in the order in which the drawing has them
 * @param joints     lines between these points
 */
public record Label(
        long id,
        String name,
        String color,
        String type,
        String parent,
        List<AttributeSpec> attributes,
        String svg,
        List<String> points,
        List<Joint> joints) {
    public Label {
        attributes = List.copyOf(attributes);
        points = List.copyOf(points);
        joints = List.copyOf(joints);
    }

    /** A label that is no skeleton's. */
    public static Label plain(long id, String name, String color, List<AttributeSpec> attributes) {
        return new Label(id, name, color, "any", "", attributes, "", List.of(), List.of());
    }

    /** Whether it is for skeletons. */
    public boolean isSkeleton() {
        return type.equals("skeleton");
    }

    /** Whether it is for the points of a skeleton. */
    public boolean isPart() {
        return !parent.isEmpty();
    }

    /** The attribute of a name, {@code null} when it has none such. */
    public AttributeSpec attribute(String wanted) {
        for (var spec : attributes) {
            if (spec.name().equals(wanted)) {
                return spec;
            }
        }
        return null;
    }
}
