package io.limn.data.dataset.content;

import java.util.List;

/**
 * An attribute that objects of a label have.
 *
 * @param id           its id, 0 in datasets that are read
 * @param name         its name
 * @param mutable      whether it can change along a track
 * @param inputType    {@code select}, {@code radio}, {@code checkbox}, {@code number} or {@code text}
 * @param defaultValue what holds where nothing was set
 * @param values       what can be chosen; of a number least, greatest and step
 */
public record AttributeSpec(
        long id, String name, boolean mutable, String inputType, String defaultValue, List<String> values) {
    public AttributeSpec {
        values = List.copyOf(values);
    }

    /** Whether its values are numbers. */
    public boolean isNumber() {
        return inputType.equals("number");
    }

    /** Whether its values are {@code true} and {@code false}. */
    public boolean isCheckbox() {
        return inputType.equals("checkbox");
    }
}
