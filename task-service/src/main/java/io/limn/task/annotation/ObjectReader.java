package io.limn.task.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.api.Python;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads single annotations of a request and checks what can be checked without the task's labels. */
final class ObjectReader {
    private static final int MOST = Integer.MAX_VALUE;
    private static final String NO_NUMBER =
            "[ErrorDetail(string='Value must be a float or an integer', code='invalid')]";

    private final IdRule ids;

    ObjectReader(IdRule ids) {
        this.ids = ids;
    }

    /** An annotation of the top level; faults collect in the input. */
    Annotation read(Kind kind, Input object) {
        return read(kind, object, true);
    }

    private Annotation read(Kind kind, Input object, boolean top) {
        var geometry = kind == Kind.SHAPE ? geometry(object) : null;
        var id = ids.read(object);
        var frame = object.integer("frame").required().range(0, MOST).or(0L);
        var label = object.integer("label_id").required().range(0, MOST).or(0L);
        var group = object.integer("group").nullable().range(0, MOST).value();
        var source = object.text("source").most(16).or("manual");
        var attributes = attributes(object);
        var keyframes = kind == Kind.TRACK ? keyframes(object) : null;
        var elements = top && kind != Kind.TAG ? elements(kind, object, geometry) : null;
        return new Annotation(
                kind,
                id,
                frame.intValue(),
                label,
                group == null ? null : group.intValue(),
                source,
                attributes,
                geometry,
                keyframes,
                elements);
    }

    private Geometry geometry(Input object) {
        var name = object.choice("type", ShapeType.names()).required().value();
        var type = name == null ? null : ShapeType.of(name);
        var geometry = new Geometry(
                type,
                object.bool("occluded").or(false),
                object.bool("outside").or(false),
                object.integer("z_order").range(Integer.MIN_VALUE, MOST).or(0L).intValue(),
                object.number("rotation").range(0, 360).value(),
                points(object));
        if (type != null && !object.errors().has("points") && !type.takes(count(object))) {
            object.errors().add("points", "invalid length for shape type '" + type.wireName() + "'");
        }
        return geometry;
    }

    private static int count(Input object) {
        var points = object.node().get("points");
        return points == null ? 0 : points.size();
    }

    private static String points(Input object) {
        var points = object.raw("points").value();
        if (points == null) {
            return null;
        }
        var faults = new LinkedHashMap<String, Object>();
        int count = points.isTextual() ? points.textValue().length() : points.size();
        for (int i = 0; i < count; i++) {
            if (points.isTextual() || !points.get(i).isNumber()) {
                faults.put(String.valueOf(i), NO_NUMBER);
            }
        }
        if (!points.isArray() && !points.isTextual()) {
            object.errors().add("points", "Expected a list of items but got type \"" + Python.type(points) + "\".");
        } else if (!faults.isEmpty()) {
            object.errors().nest("points", faults);
        }
        return points.toString();
    }

    static List<Attribute> attributes(Input object) {
        var items = object.objects("attributes").or(List.of());
        if (items.isEmpty()) {
            return List.of();
        }
        var attributes = new LinkedHashMap<Long, Attribute>();
        for (var item : items) {
            var spec = item.integer("spec_id").required().value();
            if (!item.has("value")) {
                item.errors().add("value", "This field is required.");
            }
            var value = text(item.node().get("value"));
            if (value.codePointCount(0, value.length()) > 4096) {
                item.errors().add("value", "Ensure this field has no more than 4096 characters.");
            }
            if (value.indexOf('\0') >= 0) {
                item.errors().add("value", "Null characters are not allowed.");
            }
            if (spec != null) {
                attributes.remove(spec);
                attributes.put(spec, new Attribute(spec, value));
            }
        }
        return new ArrayList<>(attributes.values());
    }

    private static String text(JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isNull()
                ? "None"
                : value.isContainerNode() ? value.toString() : value.asText().strip();
    }

    private List<Keyframe> keyframes(Input object) {
        var items = object.objects("shapes").required().or(List.of());
        var keyframes = new ArrayList<Keyframe>();
        for (var item : items) {
            var geometry = geometry(item);
            var id = item.integer("id").nullable().range(0, Long.MAX_VALUE).value();
            var frame = item.integer("frame").required().range(0, MOST).or(0L);
            keyframes.add(new Keyframe(id, frame.intValue(), geometry, attributes(item)));
        }
        return keyframes;
    }

    private List<Annotation> elements(Kind kind, Input object, Geometry geometry) {
        if (!object.has("elements")) {
            demandElements(object, geometry, 0);
            return null;
        }
        var items = object.objects("elements").or(List.of());
        var elements = new ArrayList<Annotation>();
        for (var item : items) {
            elements.add(read(kind, item, false));
        }
        if (!object.errors().has("elements")) {
            demandElements(object, geometry, elements.size());
        }
        return elements;
    }

    private static void demandElements(Input object, Geometry geometry, int count) {
        if (geometry == null || geometry.type() == null) {
            return;
        }
        boolean skeleton = geometry.type() == ShapeType.SKELETON;
        if (skeleton && count == 0) {
            object.errors().add("elements", "at least one required for skeleton shape");
        } else if (!skeleton && count > 0) {
            object.errors().add("elements", "not allowed for non-skeleton shape");
        }
    }

    /** Reads an object that was stored by us. */
    static Annotation stored(Kind kind, JsonNode object) {
        return new ObjectReader(IdRule.ANY).read(kind, Bodies.object(object), false);
    }

    /** Reads the keyframes of a track that was stored by us. */
    static List<Keyframe> storedKeyframes(Input track) {
        return new ObjectReader(IdRule.ANY).keyframes(track);
    }

    /** The refusal of a body with faults at positions. */
    static ApiException refusal(Map<String, Object> faults) {
        return ApiException.of(400, faults);
    }
}
