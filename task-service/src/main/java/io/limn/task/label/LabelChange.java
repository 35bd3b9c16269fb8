package io.limn.task.label;

import java.util.List;

/**
 * What a request says of a label; {@code null} where it says nothing.
 *
 * @param id         the label to change, {@code null} for a new one
 * @param name       its name
 * @param color      its colour, may be blank
 * @param type       its type
 * @param attributes attributes to add or change
 * @param sublabels  parts of a new skeleton
 * @param svg        drawing of a new skeleton
 * @param deleted    whether it is to go
 */
public record LabelChange(
        Long id,
        String name,
        String color,
        String type,
        List<AttributeChange> attributes,
        List<LabelChange> sublabels,
        String svg,
        boolean deleted) {

    /** The same change of another label. */
    LabelChange of(long label) {
        return new LabelChange(label, name, color, type, attributes, sublabels, svg, deleted);
    }
}
