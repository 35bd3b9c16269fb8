package io.limn.data.dataset.intake;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportedShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Turns shapes of a dataset into those of a target: labels and attributes by name, what attributes say besides. */
final class ShapeConversion {
    /** Where what is imported comes from, unless the dataset says otherwise. */
    static final String SOURCE = "file";

    private static final Set<String> SOURCES = Set.of("auto", "semi-auto", "manual", "file", "consensus");

    private final Labels labels;

    ShapeConversion(Labels labels) {
        this.labels = labels;
    }

    /**
     * The label of a name.
     *
     * @param parent name of the skeleton's label, empty for none
     * @throws DatasetException when there is none
     */
    Label label(String parent, String name) {
        if (name == null || name.isEmpty()) {
            throw DatasetException.value("annotation has no label");
        }
        var label = parent.isEmpty() ? labels.find(name) : labels.find(parent, name);
        if (label == null) {
            throw DatasetException.value("Label '" + name + "' is not registered for this task");
        }
        return label;
    }

    /**
     * A shape with those attributes of its label that are wanted.
     *
     * @throws DatasetException when a label is missing, a value makes no sense or coordinates do
     */
    Shape convert(ImportedShape shape, Predicate<AttributeSpec> wanted) {
        return convert(shape, "", wanted);
    }

    /** A shape of a track that is a point of a skeleton. */
    Shape convert(ImportedShape shape, String parent, Predicate<AttributeSpec> wanted) {
        var label = label(parent, shape.label());
        requirePoints(shape);
        var attributes = shape.attributes();
        List<Shape> elements = List.of();
        if (shape.kind() == ShapeKind.SKELETON) {
            elements = new ArrayList<>();
            for (var element : shape.elements()) {
                elements.add(convert(element, shape.label(), wanted));
            }
        }
        return new Shape(
                shape.kind(),
                label,
                shape.points(),
                attributes.containsKey("rotation") && label.attribute("rotation") == null
                        ? number(attributes, "rotation")
                        : shape.rotation(),
                shape.occluded() || flag(attributes, "occluded"),
                shape.outside(),
                shape.order(),
                shape.group(),
                source(attributes),
                ValueConversion.of(label, attributes, wanted),
                elements,
                null);
    }

    static String source(Map<String, Object> attributes) {
        var source = attributes.get("source");
        return source instanceof String text && SOURCES.contains(text) ? text : SOURCE;
    }

    /** Whether an attribute says yes. */
    static boolean flag(Map<String, Object> attributes, String name) {
        var value = attributes.get(name);
        return value instanceof Boolean flag
                ? flag
                : value != null
                        && (value.toString().equalsIgnoreCase("true")
                                || value.toString().equals("1"));
    }

    private static double number(Map<String, Object> attributes, String name) {
        var value = attributes.get(name);
        if (value instanceof Number number) {
            return turned(number.doubleValue());
        }
        try {
            return turned(Double.parseDouble(String.valueOf(value)));
        } catch (NumberFormatException none) {
            throw DatasetException.value("Failed to convert attribute '" + name + "'='" + value + "': not a number");
        }
    }

    private static double turned(double degrees) {
        return degrees >= 0 && degrees <= 360 ? degrees : ((degrees % 360) + 360) % 360;
    }

    private static void requirePoints(ImportedShape shape) {
        int size = shape.points().size();
        boolean fits =
                switch (shape.kind()) {
                    case RECTANGLE, ELLIPSE -> size == 4;
                    case POLYGON -> size >= 6 && size % 2 == 0;
                    case POLYLINE -> size >= 4 && size % 2 == 0;
                    case POINTS -> size >= 2 && size % 2 == 0;
                    case CUBOID -> size == 16;
                    case MASK -> size >= 5;
                    case SKELETON -> size == 0;
                };
        if (!fits) {
            throw DatasetException.value("the shape has a wrong number of coordinates");
        }
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(shape.points().get(i))) {
                throw DatasetException.value("a coordinate is no number");
            }
        }
        if (!Double.isFinite(shape.rotation())) {
            throw DatasetException.value("the rotation is no number");
        }
    }
}
