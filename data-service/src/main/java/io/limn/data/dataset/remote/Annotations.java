package io.limn.data.dataset.remote;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what task-service sends into what formats are given. */
final class Annotations {
    private final Labels labels;
    private final Map<Long, AttributeSpec> specs = new HashMap<>();

    Annotations(Labels labels) {
        this.labels = labels;
        labels.all().forEach(label -> label.attributes().forEach(spec -> specs.put(spec.id(), spec)));
    }

    Label label(Stored stored) {
        return labels.byId(stored.label);
    }

    AttributeSpec spec(long id) {
        return specs.get(id);
    }

    Tag tag(Stored tag) {
        return new Tag(label(tag), tag.group, tag.source, values(tag));
    }

    List<Value> values(Stored stored) {
        if (stored.specs.length == 0) {
            return List.of();
        }
        var values = new ArrayList<Value>(stored.specs.length);
        for (int i = 0; i < stored.specs.length; i++) {
            var spec = specs.get(stored.specs[i]);
            if (spec != null) {
                values.add(new Value(spec, stored.values.get(i)));
            }
        }
        return values;
    }

    Shape shape(Stored shape) {
        List<Shape> elements = List.of();
        if (shape.kind == ShapeKind.SKELETON) {
            elements = new ArrayList<>();
            for (var element : shape.elements) {
                elements.add(shape(element));
            }
        }
        return new Shape(
                shape.kind,
                label(shape),
                shape.points,
                shape.rotation,
                shape.occluded,
                shape.outside,
                shape.order,
                shape.group,
                shape.source,
                values(shape),
                elements,
                null);
    }
}
