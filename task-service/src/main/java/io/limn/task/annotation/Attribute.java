package io.limn.task.annotation;

/**
 * The value of an attribute.
 *
 * @param spec  the attribute's id
 * @param value at most 4,096 characters
 */
record Attribute(long spec, String value) {}
