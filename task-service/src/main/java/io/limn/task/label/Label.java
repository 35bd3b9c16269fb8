package io.limn.task.label;

import java.util.List;

/**
 * A label of a project or a task, or a part of a skeleton.
 *
 * @param id         its id
 * @param owner      to whom it belongs
 * @param parentId   the skeleton of which it is a part, {@code null} at the top level
 * @param name       unique among its siblings
 * @param color      {@code #rrggbb}
 * @param type       which shapes it is for
 * @param svg        drawing of a skeleton, {@code null} for other types
 * @param attributes its attributes, by id
 */
public record Label(
        long id,
        LabelOwner owner,
        Long parentId,
        String name,
        String color,
        String type,
        String svg,
        List<LabelAttribute> attributes) {

    /** Type of labels that have parts. */
    public static final String SKELETON = "skeleton";

    /** Whether it is a skeleton. */
    public boolean isSkeleton() {
        return type.equals(SKELETON);
    }
}
