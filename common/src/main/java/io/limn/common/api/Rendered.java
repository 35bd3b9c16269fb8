package io.limn.common.api;

/**
 * An answer that is written already: the bytes go out as they are.
 *
 * @param bytes JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rendered(byte[] bytes) {}
