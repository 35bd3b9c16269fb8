package io.limn.data.cloudstorage;

/**
 * Bytes of an object.
 *
 * @param bytes what was read
 * @param total length of the whole object
 */
public record ObjectRange(byte[] bytes, long total) {}
