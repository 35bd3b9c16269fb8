package io.limn.data.dataset.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.data.dataset.format.DatasetException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of a JSON file. What it lacks is said with file and key.
 *
 * @param file  the file that has it
 * @param place where in the file, for example {@code items[3]}
 * @param node  its content
 */
public record JsonEntry(String file, String place, JsonNode node) {
    /**
     * A text.
     *
     * @throws DatasetException when there is none
     */
    public String text(String key) {
        var value = node.path(key);
        if (!value.isTextual()) {
            throw malformed(key, "a text is due");
        }
        return value.asText();
    }

    /**
     * A whole number.
     *
     * @throws DatasetException when there is none
     */
    public int whole(String key) {
        var value = node.path(key);
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw malformed(key, "a whole number is due");
        }
        return value.asInt();
    }

    /** A whole number, or zero when the key is missing. */
    public int wholeOrZero(String key) {
        return node.path(key).isMissingNode() || node.path(key).isNull() ? 0 : whole(key);
    }

    /**
     * A list of numbers.
     *
     * @throws DatasetException when there is none
     */
    public double[] numbers(String key) {
        var list = node.path(key);
        if (!list.isArray()) {
            throw malformed(key, "a list of numbers is due");
        }
        var numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!list.get(i).isNumber() || !Double.isFinite(list.get(i).asDouble())) {
                throw malformed(key + "[" + i + "]", "a number is due");
            }
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    /**
     * A list of so many numbers.
     *
     * @throws DatasetException when there is none
     */
    public double[] numbers(String key, int count) {
        var numbers = numbers(key);
        if (numbers.length != count) {
            throw malformed(key, count + " numbers are due");
        }
        return numbers;
    }

    /** The member as attributes: texts, numbers and booleans; others are left out. */
    public Map<String, Object> attributes(String key) {
        return attributes(node.path(key));
    }

    /** An object as attributes: texts, numbers and booleans; others are left out. */
    public static Map<String, Object> attributes(JsonNode object) {
        var attributes = new LinkedHashMap<String, Object>();
        object.properties().forEach(member -> {
            var value = member.getValue();
            if (value.isTextual()) {
                attributes.put(member.getKey(), value.asText());
            } else if (value.isBoolean()) {
                attributes.put(member.getKey(), value.asBoolean());
            } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                attributes.put(member.getKey(), value.asLong());
            } else if (value.isNumber()) {
                attributes.put(member.getKey(), value.asDouble());
            }
        });
        return attributes;
    }

    /** Says what is wrong with a member. */
    public DatasetException malformed(String key, String text) {
        return DatasetException.malformed(file, key.isEmpty() ? place : place + "." + key, text);
    }
}
