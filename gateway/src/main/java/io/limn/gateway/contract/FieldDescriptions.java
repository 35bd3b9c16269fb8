package io.limn.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a request body as {@code OPTIONS} lists them: type, demand, bounds and choices. */
final class FieldDescriptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    FieldDescriptions(JsonNode document) {
        this.document = document;
    }

    ObjectNode of(JsonNode schema) {
        var body = resolve(schema);
        var fields = JSON.createObjectNode();
        for (var property : body.path("properties").properties()) {
            boolean required = false;
            for (var name : body.path("required")) {
                required |= name.asText().equals(property.getKey());
            }
            fields.set(property.getKey(), field(property.getKey(), resolve(property.getValue()), required));
        }
        return fields;
    }

    private ObjectNode field(String name, JsonNode schema, boolean required) {
        var field = JSON.createObjectNode()
                .put("type", type(schema))
                .put("required", required)
                .put("read_only", schema.path("readOnly").asBoolean())
                .put("label", PathDescriptions.name(name));
        copy(schema, "minLength", field, "min_length");
        copy(schema, "maxLength", field, "max_length");
        copy(schema, "minimum", field, "min_value");
        copy(schema, "maximum", field, "max_value");
        if (schema.has("enum")) {
            var choices = field.putArray("choices");
            schema.path("enum").forEach(value -> choices.addObject()
                    .put("value", value.asText())
                    .put("display_name", value.asText().replace('_', ' ')));
        }
        return field;
    }

    private static void copy(JsonNode schema, String bound, ObjectNode field, String name) {
        if (schema.has(bound)) {
            field.set(name, schema.path(bound));
        }
    }

    private static String type(JsonNode schema) {
        if (schema.has("enum")) {
            return "choice";
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> "datetime";
            case "email", "uri", "slug" -> schema.path("format").asText().replace("uri", "url");
            default ->
                switch (schema.path("type").asText()) {
                    case "number" -> "float";
                    case "array" -> "list";
                    case "object" -> "nested object";
                    case "" -> "field";
                    default -> schema.path("type").asText();
                };
        };
    }

    /** A reference is followed to what it names; a union is described by its first part. */
    private JsonNode resolve(JsonNode schema) {
        var node = schema;
        for (int steps = 0; steps < 10; steps++) {
            if (node.has("$ref")) {
                node = document.at(node.path("$ref").asText().substring(1));
            } else if (node.path("allOf").has(0)) {
                node = node.path("allOf").path(0);
            } else if (node.path("oneOf").has(0)) {
                node = node.path("oneOf").path(0);
            } else {
                return node;
            }
        }
        return node;
    }
}
