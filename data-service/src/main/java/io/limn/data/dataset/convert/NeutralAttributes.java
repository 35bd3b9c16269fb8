package io.limn.data.dataset.convert;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.DatasetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes as formats have them: by name, as numbers, booleans and strings, with what shapes have besides. */
public final class NeutralAttributes {
    private NeutralAttributes() {}

    /**
     * The attributes of a tag.
     *
     * @throws DatasetException when a number is none
     */
    public static Map<String, Object> of(Tag tag) {
        return of(tag.attributes());
    }

    /**
     * The attributes of a shape, then {@code occluded}, of boxes and ellipses {@code rotation}, of shapes of tracks
     * {@code track_id} and {@code keyframe}. Skeletons always tell whether they are a keyframe.
     *
     * @throws DatasetException when a number is none
     */
    public static Map<String, Object> of(Shape shape) {
        var attributes = of(shape.attributes());
        attributes.put("occluded", shape.kind() == ShapeKind.SKELETON ? Skeletons.occluded(shape) : shape.occluded());
        if (shape.kind() == ShapeKind.RECTANGLE || shape.kind() == ShapeKind.ELLIPSE) {
            attributes.put("rotation", shape.rotation());
        }
        if (shape.track() != null) {
            attributes.put("track_id", shape.track().index());
            attributes.put("keyframe", shape.track().keyframe());
        } else if (shape.kind() == ShapeKind.SKELETON) {
            attributes.put("keyframe", false);
        }
        return attributes;
    }

    private static Map<String, Object> of(List<Value> values) {
        var attributes = new LinkedHashMap<String, Object>();
        for (var value : values) {
            attributes.put(value.spec().name(), convert(value));
        }
        return attributes;
    }

    private static Object convert(Value value) {
        if (value.spec().isCheckbox()) {
            return value.text().equalsIgnoreCase("true");
        }
        if (!value.spec().isNumber()) {
            return value.text();
        }
        try {
            return Double.valueOf(value.text().strip());
        } catch (NumberFormatException none) {
            throw DatasetException.inexpressible(
                    "Failed to convert attribute '" + value.spec().name() + "'='" + value.text()
                            + "': could not convert string to float: '" + value.text() + "'");
        }
    }
}
