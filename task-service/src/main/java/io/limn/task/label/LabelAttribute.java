package io.limn.task.label;

import java.util.List;

/**
 * An attribute that annotations with a label can have.
 *
 * @param id           its id
 * @param name         unique in the label
 * @param mutable      whether it can change along a track
 * @param inputType    {@code checkbox}, {@code radio}, {@code number}, {@code text} or {@code select}
 * @param defaultValue what holds where nothing was set
 * @param values       what can be chosen; minimum, maximum and step of a number; one empty text when there is nothing
 */
public record LabelAttribute(
        long id, String name, boolean mutable, String inputType, String defaultValue, List<String> values) {}
