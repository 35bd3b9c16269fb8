package io.limn.data.dataset.format.labelme;

import io.limn.data.dataset.convert.ValueText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Attributes as one text: {@code name=value, name=value}. */
final class AttributeText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String SPECIAL = "\\=\",";

    private AttributeText() {}

    /** The text of attributes. */
    static String write(Map<String, Object> attributes) {
        var text = new StringJoiner(", ");
        attributes.forEach((name, value) -> text.add(escape(name) + "=" + value(value)));
        return text.toString();
    }

    private static String value(Object value) {
        if (!(value instanceof String text)) {
            return ValueText.of(value);
        }
        return NUMBER.matcher(text).matches() ? "\"" + text + "\"" : escape(text);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }

    /**
     * The attributes of a text. A name without a value is one that holds.
     *
     * @throws IllegalArgumentException when it ends within a value
     */
    static Map<String, Object> read(String text) {
        var attributes = new LinkedHashMap<String, Object>();
        var part = new StringBuilder();
        String name = null;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : ',';
            if (i == text.length() && quoted) {
                throw new IllegalArgumentException("a quotation mark is missing");
            }
            if (letter == '\\' && i + 1 < text.length()) {
                part.append(text.charAt(++i));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '=' && name == null && !quoted) {
                name = part.toString().strip();
                part.setLength(0);
            } else if (letter == ',' && !quoted) {
                put(attributes, name, part.toString().strip());
                name = null;
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, String text) {
        if (name != null && !name.isEmpty()) {
            attributes.put(name, text);
        } else if (name == null && !text.isEmpty()) {
            attributes.put(text, true);
        }
    }
}
