package io.limn.data.upload;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of the names that clients give their files. */
final class FileNames {
    private static final int LONGEST_OF_FORM = 255;
    private static final int LONGEST = 1024;
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private FileNames() {}

    /**
     * The name of a file of a form: the last part of what the client sent.
     *
     * @return empty when nothing usable is left; the file is then passed over
     */
    static Optional<String> ofForm(String sent) {
        var unescaped = unescape(sent);
        int slash = Math.max(unescaped.lastIndexOf('/'), unescaped.lastIndexOf('\\'));
        var name = printable(unescaped.substring(slash + 1)).strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.empty();
        }
        return Optional.of(shorten(name));
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> {
            var character = entity.group();
            if (entity.group(3) != null) {
                character = ENTITIES.getOrDefault(entity.group(3), character);
            } else {
                int point = entity.group(1) != null
                        ? Integer.parseInt(entity.group(1))
                        : Integer.parseInt(entity.group(2), 16);
                character = Character.isValidCodePoint(point) ? Character.toString(point) : character;
            }
            return java.util.regex.Matcher.quoteReplacement(character);
        });
    }

    private static String printable(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                })
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST_OF_FORM) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot < 32 ? name.substring(dot) : "";
        return name.substring(0, LONGEST_OF_FORM - extension.length()) + extension;
    }

    /**
     * The name of a resumable upload, a path below the folder of the uploads.
     *
     * @return empty when it leads elsewhere or is none
     */
    static Optional<String> ofMetadata(String sent) {
        try {
            var path = Path.of(sent).normalize();
            var name = path.toString();
            boolean inside = !path.isAbsolute() && !path.startsWith("..") && !name.isEmpty();
            boolean plain = name.chars().noneMatch(Character::isISOControl) && name.length() <= LONGEST;
            return inside && plain ? Optional.of(name) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
