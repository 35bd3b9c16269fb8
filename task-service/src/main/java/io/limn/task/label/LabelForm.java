package io.limn.task.label;

import io.limn.common.api.Input;
import java.util.List;
import java.util.Set;

/** Reads labels from request bodies; faults collect in the input. */
public final class LabelForm {
    static final Set<String> TYPES = Set.of(
            "any", "cuboid", "ellipse", "mask", "points", "polygon", "polyline", "rectangle", Label.SKELETON, "tag");
    private static final Set<String> INPUT_TYPES = Set.of("checkbox", "radio", "number", "text", "select");
    private static final int MOST_CHOICES = 4096;

    /** In a change nothing is required. */
    private final boolean partial;

    private LabelForm(boolean partial) {
        this.partial = partial;
    }

    /** The labels of a new project or task. */
    public static List<LabelChange> created(Input body) {
        return new LabelForm(false).list(body, "labels", true);
    }

    /** The labels of a changed project or task. */
    public static List<LabelChange> changed(Input body) {
        return new LabelForm(true).list(body, "labels", true);
    }

    /** A body that is one label. */
    static LabelChange single(Input body) {
        return new LabelForm(true).label(body, true);
    }

    private List<LabelChange> list(Input body, String member, boolean top) {
        return body.objects(member).or(List.of()).stream()
                .map(item -> {
                    var label = label(item, top);
                    if (label.deleted() && label.id() == null && item.errors().isEmpty()) {
                        item.errors().add("non_field_errors", "Deleted label must have an ID");
                    }
                    return label;
                })
                .toList();
    }

    private LabelChange label(Input item, boolean top) {
        var id = item.integer("id").value();
        var name = item.text("name");
        return new LabelChange(
                id,
                (partial ? name : name.required()).most(64).value(),
                item.text("color").blank().most(8).value(),
                item.choice("type", TYPES).value(),
                item.objects("attributes").or(List.of()).stream()
                        .map(this::attribute)
                        .toList(),
                top ? list(item, "sublabels", false) : List.of(),
                top ? item.text("svg").blank().value() : null,
                top && item.bool("deleted").or(false));
    }

    private AttributeChange attribute(Input item) {
        var id = item.integer("id").value();
        var name = item.text("name");
        var mutable = item.bool("mutable");
        var inputType = item.choice("input_type", INPUT_TYPES);
        var values = item.values("values", LabelForm::choice);
        if (!partial) {
            name.required();
            mutable.required();
            inputType.required();
            values.required();
        }
        values.demand(all -> String.join("\n", all).length() <= MOST_CHOICES, "The values are too long.");
        return new AttributeChange(
                id,
                name.most(64).value(),
                mutable.value(),
                inputType.value(),
                item.text("default_value").blank().most(128).value(),
                values.value());
    }

    private static String choice(com.fasterxml.jackson.databind.JsonNode value) throws Input.Refused {
        if (value.isNull()) {
            throw new Input.Refused("This field may not be null.");
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new Input.Refused("Not a valid string.");
        }
        var text = value.asText().strip();
        if (text.indexOf('\0') >= 0) {
            throw new Input.Refused("Null characters are not allowed.");
        }
        if (text.codePointCount(0, text.length()) > 200) {
            throw new Input.Refused("Ensure this field has no more than 200 characters.");
        }
        return text;
    }
}
