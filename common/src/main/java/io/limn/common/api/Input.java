package io.limn.common.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The members of a JSON object, read with the API's coercions (numbers for strings, numeric strings for integers, words
 * for booleans) and its error texts. Each reader returns a {@link Member} on which limits are stated; faults collect
 * until {@link #check()}.
 */
public final class Input {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

    private final JsonNode object;
    private final FieldErrors errors = new FieldErrors();

    Input(JsonNode object) {
        this.object = object;
    }

    /** The object as it was sent. */
    public JsonNode node() {
        return object;
    }

    /** Whether a member was sent, {@code null} included. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** The names of all members that were sent, in order. */
    public List<String> names() {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The faults found so far; others may be added. */
    public FieldErrors errors() {
        return errors;
    }

    /**
     * Ends the reading.
     *
     * @throws ApiException 400 with all faults
     */
    public void check() {
        errors.check();
    }

    /** A text, trimmed; numbers count as text, booleans, lists and objects do not. Blank is refused unless allowed. */
    public Member<String> text(String name) {
        return text(name, true);
    }

    /** A text that keeps its surrounding white space. */
    public Member<String> untrimmed(String name) {
        return text(name, false);
    }

    private Member<String> text(String name, boolean trim) {
        return member(name, value -> {
            if (!value.isTextual() && !value.isNumber()) {
                throw new Refused("Not a valid string.");
            }
            if (value.asText().indexOf('\0') >= 0) {
                throw new Refused("Null characters are not allowed.");
            }
            return trim ? value.asText().strip() : value.asText();
        });
    }

    /** An integer of 32 bits unless other limits are stated; numeric strings and whole floats count. */
    public Member<Long> integer(String name) {
        return member(name, Input::integer);
    }

    /** Reads one value as an integer. */
    static long integer(JsonNode value) throws Refused {
        try {
            if (value.isTextual() && value.textValue().length() > 1000) {
                throw new Refused("String value too large.");
            }
            if (value.isNumber() || value.isTextual()) {
                return new BigDecimal(value.asText().strip()).longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException noInteger) {
            throw new Refused("A valid integer is required.");
        }
        throw new Refused("A valid integer is required.");
    }

    /** A number. */
    public Member<Double> number(String name) {
        return member(name, Input::number);
    }

    /** A list of numbers; a fault of one stands by its position. */
    public Member<List<Double>> numbers(String name) {
        return values(name, value -> {
            if (value.isNull()) {
                throw new Refused("This field may not be null.");
            }
            return number(value);
        });
    }

    private static double number(JsonNode value) throws Refused {
        try {
            double number = value.isNumber() || value.isTextual()
                    ? Double.parseDouble(value.asText().strip())
                    : Double.NaN;
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Refused("A valid number is required.");
        }
        throw new Refused("A valid number is required.");
    }

    /** A boolean. */
    public Member<Boolean> bool(String name) {
        return member(name, value -> {
            var word = value.isValueNode() ? value.asText().toLowerCase(Locale.ROOT) : "";
            if (TRUE.contains(word) || FALSE.contains(word)) {
                return TRUE.contains(word);
            }
            throw new Refused("Must be a valid boolean.");
        });
    }

    /** One of a set of words. */
    public Member<String> choice(String name, Set<String> choices) {
        return member(name, value -> {
            if (value.isValueNode() && choices.contains(value.asText())) {
                return value.asText();
            }
            throw new Refused(
                    "\"" + (value.isTextual() ? value.asText() : Python.repr(value)) + "\" is not a valid choice.");
        });
    }

    /** A point in time. */
    public Member<java.time.Instant> timestamp(String name) {
        return member(name, value -> {
            try {
                if (value.isTextual()) {
                    return Timestamps.parse(value.textValue());
                }
            } catch (java.time.DateTimeException noTime) {
                throw new Refused(Member.TIMESTAMP);
            }
            throw new Refused(Member.TIMESTAMP);
        });
    }

    /** A nested object; its faults stand below the member. Read it whole, then call {@link #check()} on this one. */
    public Member<Input> object(String name) {
        return member(name, value -> {
            if (!value.isObject()) {
                errors.nest(
                        name,
                        Map.of(
                                "non_field_errors",
                                List.of("Invalid data. Expected a dictionary, but got " + Python.type(value) + ".")));
                return null;
            }
            var nested = new Input(value);
            nested.errors.link(errors, name);
            return nested;
        });
    }

    /** A list of objects; faults stand by position below the member, with {@code {}} for items without one. */
    public Member<List<Input>> objects(String name) {
        return member(name, value -> {
            if (!value.isArray()) {
                errors.nest(
                        name,
                        Map.of(
                                "non_field_errors",
                                List.of("Expected a list of items but got type \"" + Python.type(value) + "\".")));
                return null;
            }
            var items = new ArrayList<Input>();
            var faults = new ArrayList<Object>();
            for (var item : value) {
                if (item.isObject()) {
                    var nested = new Input(item);
                    faults.add(nested.errors.toBody());
                    nested.errors.link(errors, name, faults);
                    items.add(nested);
                } else if (item.isNull()) {
                    faults.add(List.of("This field may not be null."));
                    errors.nest(name, faults);
                } else {
                    faults.add(Map.of(
                            "non_field_errors",
                            List.of("Invalid data. Expected a dictionary, but got " + Python.type(item) + ".")));
                    errors.nest(name, faults);
                }
            }
            return items;
        });
    }

    /** A list of values, each read by a function; a fault of one stands by its position. */
    public <T> Member<List<T>> values(String name, Reader<T> reader) {
        return member(name, value -> {
            if (!value.isArray()) {
                throw new Refused("Expected a list of items but got type \"" + Python.type(value) + "\".");
            }
            var items = new ArrayList<T>();
            var faults = new java.util.LinkedHashMap<String, Object>();
            for (int i = 0; i < value.size(); i++) {
                try {
                    items.add(reader.read(value.get(i)));
                } catch (Refused refused) {
                    faults.put(String.valueOf(i), List.of(refused.getMessage()));
                }
            }
            if (!faults.isEmpty()) {
                errors.nest(name, faults);
                return null;
            }
            return items;
        });
    }

    /** A member as it was sent. */
    public Member<JsonNode> raw(String name) {
        return member(name, value -> value);
    }

    /** A member of a kind that this class does not know, read by a function. */
    public <T> Member<T> member(String name, Reader<T> reader) {
        var value = object.get(name);
        if (value == null) {
            return new Member<>(errors, name, Member.State.ABSENT, null);
        }
        if (value.isNull()) {
            return new Member<>(errors, name, Member.State.NULL, null);
        }
        try {
            var read = reader.read(value);
            return new Member<>(errors, name, read == null ? Member.State.REFUSED : Member.State.PRESENT, read);
        } catch (Refused refused) {
            errors.add(name, refused.getMessage());
            return new Member<>(errors, name, Member.State.REFUSED, null);
        }
    }

    /** Reads one JSON value. */
    public interface Reader<T> {
        /**
         * The value.
         *
         * @throws Refused with the API's text when it is none
         */
        T read(JsonNode value) throws Refused;
    }

    /** Why a value was not taken. */
    public static final class Refused extends Exception {
        /** With the API's text. */
        public Refused(String message) {
            super(message);
        }
    }
}
