package io.limn.common.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths with placeholders in one notation, whatever the placeholders are called and match. */
final class Template {
    private static final Pattern CHOICE = Pattern.compile("\\{\\s*\\w+\\s*:\\s*\\(?([\\w-]+(?:\\|[\\w-]+)+)\\)?\\s*}");

    private Template() {}

    /** Method and path in the form {@code GET /api/tasks/{}/data}, without a slash at the end. */
    static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + plain(path);
    }

    /** A path with empty placeholders, without a slash at the end. */
    static String plain(String path) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char sign : path.toCharArray()) {
            if (sign == '{') {
                depth++;
            } else if (sign == '}') {
                depth--;
                if (depth == 0) {
                    plain.append("{}");
                }
            } else if (depth == 0) {
                plain.append(sign);
            }
        }
        return plain.toString().replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    /** The paths that a JAX-RS template stands for: placeholders that list plain words are spelled out. */
    static List<String> spelled(String path) {
        var choice = CHOICE.matcher(path);
        if (!choice.find()) {
            return List.of(path);
        }
        return Arrays.stream(choice.group(1).split("\\|", -1))
                .map(word -> path.substring(0, choice.start()) + word + path.substring(choice.end()))
                .flatMap(spelled -> spelled(spelled).stream())
                .toList();
    }
}
