package io.limn.common.api.query;

import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * One field of a list, by which it is filtered, searched and sorted.
 *
 * @param name       its name in requests
 * @param expression the SQL expression behind it
 * @param type       kind of its values
 * @param choices    allowed values of simple filters, empty for any
 */
public record Field(String name, String expression, Type type, Set<String> choices) {
    private static final int LONGEST_NUMBER = 400;

    /** Kinds of values. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        TIMESTAMP
    }

    /**
     * The condition of a simple filter, {@code field=value}.
     *
     * @return {@code null} when the value means no filter
     * @throws ApiException 400 when the value is none of this field
     */
    Sql simple(String value) {
        var text = value.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case INTEGER -> {
                if (!text.matches("-?\\d{1,18}")) {
                    throw ApiException.field(name, "Enter a number.");
                }
                yield Sql.of(expression + " = ?", Long.parseLong(text));
            }
            case BOOLEAN ->
                switch (text) {
                    case "true", "True" -> Sql.of(expression + " = ?", true);
                    case "false", "False" -> Sql.of(expression + " = ?", false);
                    default -> null;
                };
            default -> {
                if (text.indexOf('\0') >= 0) {
                    throw ApiException.field(name, "Null characters are not allowed.");
                }
                if (!choices.isEmpty() && !choices.contains(text)) {
                    throw ApiException.field(
                            name, "Select a valid choice. " + text + " is not one of the available choices.");
                }
                yield Sql.of(expression + " = ?", text);
            }
        };
    }

    /** A value of a filter expression in the type of the field; the text form of a value is taken as well. */
    Object coerce(com.fasterxml.jackson.databind.JsonNode value) {
        var text = value.asText();
        if (!value.isValueNode() || text.indexOf('\0') >= 0) {
            throw wrong(text);
        }
        try {
            return switch (type) {
                case TEXT -> text;
                case INTEGER -> number(text.strip());
                case BOOLEAN ->
                    switch (text) {
                        case "true", "True", "1" -> true;
                        case "false", "False", "0" -> false;
                        default -> throw wrong(text);
                    };
                case TIMESTAMP -> Timestamps.parse(text).atOffset(ZoneOffset.UTC);
            };
        } catch (NumberFormatException | DateTimeException noValue) {
            throw wrong(text);
        }
    }

    /** A number that a database can hold: a few digits may stand for one that fills the memory. */
    private static BigDecimal number(String text) {
        var number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private ApiException wrong(String text) {
        return ApiException.rule(
                "filter: the value '" + text.replace("\0", "") + "' does not fit the field '" + name + "'");
    }

    /** The condition that a text occurs in the field, whatever the case. */
    Sql contains(String term) {
        var pattern = "%" + term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return Sql.of(expression + " ILIKE ?", pattern);
    }

    /** What a list is sorted by; text by code point. */
    String sortExpression() {
        return type == Type.TEXT ? expression + " COLLATE \"C\"" : expression;
    }

    /** A text field that takes any value. */
    static Field text(String name, String expression) {
        return new Field(name, expression, Type.TEXT, Set.of());
    }

    /** Names of fields, in the order given. */
    static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
