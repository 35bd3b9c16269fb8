package io.limn.task.annotation;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Attributes as JSON text, written once for each list that objects share. */
final class AttributeTexts {
    private static final SerializedString NONE = new SerializedString("[]");
    private static final int REMEMBERED = 2000;

    private final Map<List<Attribute>, SerializedString> texts = new IdentityHashMap<>();

    /** A JSON array. */
    SerializedString of(List<Attribute> attributes) {
        if (attributes.isEmpty()) {
            return NONE;
        }
        var text = texts.get(attributes);
        if (text == null) {
            text = new SerializedString(StoredText.of(attributes));
            if (texts.size() < REMEMBERED) {
                texts.put(attributes, text);
            }
        }
        return text;
    }
}
