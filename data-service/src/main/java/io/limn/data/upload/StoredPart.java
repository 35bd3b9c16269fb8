package io.limn.data.upload;

/**
 * A part of an upload.
 *
 * @param start  its first byte within the file
 * @param length bytes
 * @param key    the blob that holds it
 */
public record StoredPart(long start, long length, String key) {}
