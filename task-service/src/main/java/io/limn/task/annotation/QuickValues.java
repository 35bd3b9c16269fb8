package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Single values of annotations, straight from the tokens; {@link Doubt} arises at all that is not quite usual. */
final class QuickValues {
    private static final int LONGEST_VALUE = 4096;
    private static final int LONGEST_SOURCE = 16;

    private final StringBuilder text = new StringBuilder(64);
    private final RecurringAttributes recurring = new RecurringAttributes();
    private int coordinates;
    private String lastSource = "manual";

    static Long id(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.VALUE_NUMBER_INT && isLong(json));
        long value = json.getLongValue();
        Doubt.when(value < 0);
        return value;
    }

    private static boolean isLong(JsonParser json) throws IOException {
        return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    static int integer(JsonParser json) throws IOException {
        Doubt.unless(
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT);
        return json.getIntValue();
    }

    static int natural(JsonParser json) throws IOException {
        int value = integer(json);
        Doubt.when(value < 0);
        return value;
    }

    static boolean bool(JsonParser json) {
        var token = json.currentToken();
        Doubt.unless(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
        return token == JsonToken.VALUE_TRUE;
    }

    static Double rotation(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken().isNumeric());
        double value = json.getDoubleValue();
        Doubt.unless(value >= 0 && value <= 360);
        return value;
    }

    static ShapeType type(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.VALUE_STRING);
        var type = ShapeType.find(json.getText());
        Doubt.when(type == null);
        return type;
    }

    String source(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.VALUE_STRING);
        var value = json.getText();
        if (value.equals(lastSource)) {
            return lastSource;
        }
        Doubt.when(value.isEmpty() || value.length() > LONGEST_SOURCE || isOdd(value));
        lastSource = value;
        return value;
    }

    /** Equal lists of one request are the same. */
    List<Attribute> attributes(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.START_ARRAY);
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        var attributes = new ArrayList<Attribute>(4);
        do {
            Doubt.unless(json.currentToken() == JsonToken.START_OBJECT);
            var attribute = attribute(json);
            for (var other : attributes) {
                Doubt.when(other.spec() == attribute.spec());
            }
            attributes.add(attribute);
        } while (json.nextToken() != JsonToken.END_ARRAY);
        return recurring.shared(attributes);
    }

    private static Attribute attribute(JsonParser json) throws IOException {
        long spec = -1;
        String value = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "spec_id" -> spec = id(json);
                case "value" -> {
                    Doubt.unless(json.currentToken() == JsonToken.VALUE_STRING);
                    value = json.getText();
                }
                default -> json.skipChildren();
            }
        }
        Doubt.when(spec < 0 || value == null || value.length() > LONGEST_VALUE || isOdd(value));
        return new Attribute(spec, value);
    }

    /** Blanks at an end are cut off by careful reading, and null characters refused. */
    private static boolean isOdd(String value) {
        if (value.isEmpty()) {
            return false;
        }
        return value.charAt(0) <= ' '
                || value.charAt(0) > 126
                || value.charAt(value.length() - 1) <= ' '
                || value.charAt(value.length() - 1) > 126
                || value.indexOf('\0') >= 0;
    }

    /** A list of numbers as a text without blanks. */
    String points(JsonParser json) throws IOException {
        Doubt.unless(json.currentToken() == JsonToken.START_ARRAY);
        coordinates = 0;
        text.setLength(0);
        text.append('[');
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (coordinates > 0) {
                text.append(',');
            }
            coordinates++;
            if (token == JsonToken.VALUE_NUMBER_INT) {
                whole(json);
            } else {
                Doubt.unless(token == JsonToken.VALUE_NUMBER_FLOAT);
                fraction(json);
            }
        }
        return text.append(']').toString();
    }

    /** How many numbers the last list had. */
    int coordinates() {
        return coordinates;
    }

    private void whole(JsonParser json) throws IOException {
        var digits = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        Doubt.when(length > 15 || digits[from] == '-' && digits[from + 1] == '0');
        text.append(digits, from, length);
    }

    private void fraction(JsonParser json) throws IOException {
        var digits = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        if (isShortest(digits, from, length)) {
            text.append(digits, from, length);
        } else {
            double value = json.getDoubleValue();
            Doubt.unless(Double.isFinite(value));
            text.append(value);
        }
    }

    /** Whether digits are written as {@link Double#toString} would: then the number need not be computed. */
    private static boolean isShortest(char[] digits, int from, int length) {
        if (length > 15 || digits[from] == '-') {
            return false;
        }
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = digits[from + i];
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        boolean plain = point > 0 && point <= 7 && (digits[from] != '0' || length == 3);
        return plain && (digits[from + length - 1] != '0' || point == length - 2);
    }
}
