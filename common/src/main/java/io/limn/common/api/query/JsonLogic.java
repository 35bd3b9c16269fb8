package io.limn.common.api.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.common.api.Python;
import java.util.ArrayList;
import java.util.Map;

/** Compiles the expressions of the {@code filter} parameter (a subset of JSON Logic) to SQL conditions. */
final class JsonLogic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TERMS = 500;

    private final Map<String, Field> fields;
    private final boolean inequality;
    private int terms;

    /** For some fields; {@code !=} is an operation only where it is asked for. */
    JsonLogic(Map<String, Field> fields, boolean inequality) {
        this.fields = fields;
        this.inequality = inequality;
    }

    /**
     * The condition of an expression.
     *
     * @throws ApiException 400 when it is none
     */
    Sql compile(String expression) {
        if (expression.indexOf('\0') >= 0) {
            throw ApiException.rule("Null characters are not allowed.");
        }
        try {
            var tree = JSON.readTree(expression);
            if (tree.isMissingNode() || tree.isNull() || tree.isContainerNode() && tree.isEmpty() || isZero(tree)) {
                throw ApiException.rule("filter shouldn't be empty");
            }
            return compile(tree, true);
        } catch (JsonProcessingException malformed) {
            throw ApiException.rule("filter: can't parse filter expression: " + malformed.getOriginalMessage());
        }
    }

    private static boolean isZero(JsonNode tree) {
        return tree.isNumber() && tree.asDouble() == 0
                || tree.isBoolean() && !tree.booleanValue()
                || tree.isTextual() && tree.textValue().isEmpty();
    }

    private Sql compile(JsonNode node, boolean outermost) {
        if (!node.isObject() || node.isEmpty() || ++terms > MOST_TERMS) {
            throw fault("expected a non-empty dict value, got '" + Python.repr(node) + "' of type '" + Python.type(node)
                    + "'");
        }
        var entry = node.properties().iterator().next();
        var operation = entry.getKey();
        var arguments = entry.getValue();
        return switch (operation) {
            case "and", "or" -> group(operation, arguments, outermost);
            case "!" -> compile(single(arguments), false).not();
            case "!!" -> compile(single(arguments), false);
            case "var" -> Sql.of(field(arguments).expression() + " IS NOT NULL");
            case "==", "<", ">", "<=", ">=" -> compare(operation, arguments);
            case "in" -> in(arguments);
            case "!=" -> {
                if (!inequality) {
                    throw unsupported(operation, arguments);
                }
                yield compare("==", arguments).not();
            }
            default -> throw unsupported(operation, arguments);
        };
    }

    private Sql group(String operation, JsonNode arguments, boolean outermost) {
        if (!arguments.isArray() || arguments.isEmpty()) {
            var got = "got '" + Python.repr(arguments) + "' of type '" + Python.type(arguments) + "'";
            throw fault(
                    outermost
                            ? "expected a non-empty list value, " + got
                            : "operation '" + operation + "' requires a non-empty list argument, " + got);
        }
        var parts = new ArrayList<Sql>();
        arguments.forEach(argument -> parts.add(compile(argument, false)));
        return Sql.join(operation.equals("and") ? " AND " : " OR ", parts).enclosed();
    }

    private static JsonNode single(JsonNode arguments) {
        return arguments.isArray() && arguments.size() == 1 ? arguments.get(0) : arguments;
    }

    private Sql compare(String operation, JsonNode arguments) {
        if (operation.equals("<=") && arguments.size() == 3 && isField(arguments.get(1))) {
            var field = field(arguments.get(1).get("var"));
            return Sql.of(
                    field.expression() + " BETWEEN ? AND ?",
                    field.coerce(arguments.get(0)),
                    field.coerce(arguments.get(2)));
        }
        if (!arguments.isArray() || arguments.size() != 2 || !isField(arguments.get(0))) {
            throw unsupported(operation, arguments);
        }
        var field = field(arguments.get(0).get("var"));
        var value = arguments.get(1);
        if (value.isNull()) {
            if (!operation.equals("==")) {
                throw unsupported(operation, arguments);
            }
            return Sql.of(field.expression() + " IS NULL");
        }
        return Sql.of(
                field.expression() + " " + (operation.equals("==") ? "=" : operation) + " ?", field.coerce(value));
    }

    private Sql in(JsonNode arguments) {
        if (arguments.isArray()
                && arguments.size() == 2
                && isField(arguments.get(0))
                && arguments.get(1).isArray()) {
            var field = field(arguments.get(0).get("var"));
            if (arguments.get(1).isEmpty()) {
                return Sql.FALSE;
            }
            var values = new ArrayList<Sql>();
            arguments.get(1).forEach(value -> values.add(Sql.of("?", field.coerce(value))));
            return Sql.of(field.expression() + " IN (")
                    .append(Sql.join(", ", values))
                    .append(Sql.of(")"));
        }
        if (arguments.isArray() && arguments.size() == 2 && arguments.get(0).isTextual() && isField(arguments.get(1))) {
            var field = field(arguments.get(1).get("var"));
            if (arguments.get(0).textValue().indexOf('\0') >= 0) {
                throw ApiException.rule("Null characters are not allowed.");
            }
            return Sql.of(
                    "POSITION(? IN CAST(" + field.expression() + " AS text)) > 0",
                    arguments.get(0).textValue());
        }
        throw unsupported("in", arguments);
    }

    private static boolean isField(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has("var");
    }

    private Field field(JsonNode name) {
        var field = fields.get(name.asText());
        if (field == null) {
            throw fault("term '" + name.asText() + "' is not supported");
        }
        return field;
    }

    private static ApiException unsupported(String operation, JsonNode arguments) {
        return fault("operation '" + operation + "' with arguments '" + Python.repr(arguments) + "' is not supported");
    }

    private static ApiException fault(String message) {
        return ApiException.rule("filter: " + message);
    }
}
