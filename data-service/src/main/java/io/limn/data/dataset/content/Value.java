package io.limn.data.dataset.content;

/**
 * The value of an attribute.
 *
 * @param spec which attribute
 * @param text the value as it is stored
 */
public record Value(AttributeSpec spec, String text) {}
