package io.limn.task.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of stored objects as they go out, filled with the defaults of what has no value. Objects with the same
 * label and values share one text.
 */
final class FilledAttributes {
    private static final int REMEMBERED = 2000;

    private final LabelRules rules;
    private final Map<Key, String> texts = new HashMap<>();

    FilledAttributes(LabelRules rules) {
        this.rules = rules;
    }

    private record Key(boolean track, long label, List<Attribute> stored) {}

    /** A JSON array. */
    String of(Annotation annotation) {
        var key = new Key(annotation.kind() == Kind.TRACK, annotation.label(), annotation.attributes());
        var text = texts.get(key);
        if (text == null) {
            text = text(key);
            if (texts.size() < REMEMBERED) {
                texts.put(key, text);
            }
        }
        return text;
    }

    private String text(Key key) {
        var text = StoredText.of(rules.filled(
                key.label(), key.stored(), List.of(), key.track() ? spec -> !spec.mutable() : spec -> true));
        return text == null ? "[]" : text;
    }
}
