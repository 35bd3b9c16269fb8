package io.limn.data.dataset.format.ultralytics;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as YAML has them: plain where they cannot be taken for anything else. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_]([\\p{L}\\p{N}_./ -]*[\\p{L}\\p{N}_./-])?");
    private static final Set<String> MEANINGFUL = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private YamlText() {}

    static String of(String word) {
        if (PLAIN.matcher(word).matches() && !MEANINGFUL.contains(word.toLowerCase(Locale.ROOT))) {
            return word;
        }
        if (word.chars().noneMatch(Character::isISOControl)) {
            return "'" + word.replace("'", "''") + "'";
        }
        var text = new StringBuilder("\"");
        word.chars().forEach(letter -> {
            if (Character.isISOControl(letter)) {
                text.append(String.format("\\x%02x", letter));
            } else {
                text.append(letter == '"' || letter == '\\' ? "\\" : "").append((char) letter);
            }
        });
        return text.append('"').toString();
    }
}
