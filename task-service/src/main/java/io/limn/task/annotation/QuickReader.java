package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads annotations in the form in which nearly all come, straight from the tokens. Where anything is out of the
 * ordinary it gives up: {@link ObjectReader} then decides, and words the faults.
 */
final class QuickReader {
    private final IdRule ids;
    private final QuickValues values = new QuickValues();

    QuickReader(IdRule ids) {
        this.ids = ids;
    }

    /**
     * The annotation that begins at the current token.
     *
     * @return {@code null} when it gave up; the parser then stands somewhere inside
     */
    Annotation read(Kind kind, JsonParser json) throws IOException {
        try {
            return object(kind, json, true);
        } catch (Doubt doubt) {
            return null;
        }
    }

    /** An annotation with its keyframes and elements from the text in which we store them; {@code null} as above. */
    Annotation parts(Annotation annotation, String stored) throws IOException {
        try (var json = StoredText.JSON.createParser(stored)) {
            var draft = new Draft();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "shapes" -> draft.keyframes = keyframes(json);
                    case "elements" -> draft.elements = elements(annotation.kind(), json);
                    default -> throw Doubt.ARISES;
                }
            }
            return annotation.withParts(annotation.frame(), draft.keyframes, draft.elements);
        } catch (Doubt doubt) {
            return null;
        }
    }

    private Annotation object(Kind kind, JsonParser json, boolean top) throws IOException {
        var draft = new Draft();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            boolean whole = kind == Kind.SHAPE && geometry(name, json, draft) || common(name, json, draft);
            if (!whole) {
                if (kind == Kind.TRACK && name.equals("shapes")) {
                    draft.keyframes = keyframes(json);
                } else if (top && kind != Kind.TAG && name.equals("elements")) {
                    draft.elements = elements(kind, json);
                } else {
                    json.skipChildren();
                }
            }
        }
        return finish(kind, draft, top);
    }

    private Annotation finish(Kind kind, Draft draft, boolean top) {
        draft.check(kind == Kind.SHAPE);
        Doubt.when(draft.label < 0 || (kind == Kind.TRACK) != (draft.keyframes != null));
        Doubt.when(ids == IdRule.ABSENT ? draft.id != null : ids == IdRule.PRESENT && draft.id == null);
        if (kind == Kind.SHAPE && top) {
            boolean some = draft.elements != null && !draft.elements.isEmpty();
            Doubt.when(some != (draft.type == ShapeType.SKELETON));
        }
        return new Annotation(
                kind,
                draft.id,
                draft.frame,
                draft.label,
                draft.group,
                draft.source,
                draft.attributes,
                kind == Kind.SHAPE ? draft.geometry() : null,
                draft.keyframes,
                draft.elements);
    }

    private boolean common(String name, JsonParser json, Draft draft) throws IOException {
        switch (name) {
            case "id" -> draft.id = json.currentToken() == JsonToken.VALUE_NULL ? null : QuickValues.id(json);
            case "frame" -> draft.frame = QuickValues.natural(json);
            case "label_id" -> draft.label = QuickValues.natural(json);
            case "group" ->
                draft.group = json.currentToken() == JsonToken.VALUE_NULL ? null : QuickValues.natural(json);
            case "source" -> draft.source = values.source(json);
            case "attributes" -> draft.attributes = values.attributes(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean geometry(String name, JsonParser json, Draft draft) throws IOException {
        switch (name) {
            case "type" -> draft.type = QuickValues.type(json);
            case "occluded" -> draft.occluded = QuickValues.bool(json);
            case "outside" -> draft.outside = QuickValues.bool(json);
            case "z_order" -> draft.order = QuickValues.integer(json);
            case "rotation" -> draft.rotation = QuickValues.rotation(json);
            case "points" -> draft.points(values, json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<Keyframe> keyframes(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.START_ARRAY);
        var keyframes = new ArrayList<Keyframe>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Doubt.unless(json.currentToken() == JsonToken.START_OBJECT);
            var draft = new Draft();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (!geometry(name, json, draft) && !common(name, json, draft)) {
                    json.skipChildren();
                }
            }
            draft.check(true);
            keyframes.add(new Keyframe(draft.id, draft.frame, draft.geometry(), draft.attributes));
        }
        return keyframes;
    }

    private List<Annotation> elements(Kind kind, JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.START_ARRAY);
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        var elements = new ArrayList<Annotation>();
        do {
            Doubt.unless(json.currentToken() == JsonToken.START_OBJECT);
            elements.add(object(kind, json, false));
        } while (json.nextToken() != JsonToken.END_ARRAY);
        return elements;
    }

    /** What is known of an object so far. */
    private static final class Draft {
        private Long id;
        private int frame = -1;
        private int label = -1;
        private Integer group;
        private String source = "manual";
        private List<Attribute> attributes = List.of();
        private ShapeType type;
        private boolean occluded;
        private boolean outside;
        private int order;
        private Double rotation;
        private String points;
        private int coordinates;
        private List<Keyframe> keyframes;
        private List<Annotation> elements;

        void points(QuickValues values, JsonParser json) throws IOException {
            points = values.points(json);
            coordinates = values.coordinates();
        }

        void check(boolean drawn) {
            Doubt.when(frame < 0 || drawn && (type == null || !type.takes(coordinates)));
        }

        Geometry geometry() {
            return new Geometry(type, occluded, outside, order, rotation, points);
        }
    }
}
