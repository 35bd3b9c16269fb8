package io.limn.common.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** JSON values in Python's notation: error texts of the API quote them so. */
public final class Python {
    private Python() {}

    /** The name of a JSON value's type, for example {@code str}, {@code list}, {@code NoneType}. */
    public static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "str";
            case ARRAY -> "list";
            case OBJECT -> "dict";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            default -> "NoneType";
        };
    }

    /** A JSON value as Python prints it, for example {@code [{'var': 'name'}, 'x', None]}. */
    public static String repr(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> quote(value.textValue());
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NUMBER -> value.asText();
            case ARRAY -> {
                var items = new StringJoiner(", ", "[", "]");
                value.forEach(item -> items.add(repr(item)));
                yield items.toString();
            }
            case OBJECT -> {
                var items = new StringJoiner(", ", "{", "}");
                value.properties().forEach(item -> items.add(quote(item.getKey()) + ": " + repr(item.getValue())));
                yield items.toString();
            }
            default -> "None";
        };
    }

    /** A text as Python prints it. */
    public static String quote(String text) {
        boolean doubled = text.contains("'") && !text.contains("\"");
        var escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return doubled ? '"' + escaped + '"' : "'" + escaped.replace("'", "\\'") + "'";
    }
}
