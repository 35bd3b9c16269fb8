package io.limn.common.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Where bytes are kept: immutable objects by key. Nothing is ever appended or renamed. A blob is visible whole or not
 * at all, and once {@link #put} has returned it outlives a crash of the machine.
 *
 * <p>Keys are at most 512 characters: names of letters, digits, {@code _}, {@code -} and {@code .}, none of which
 * begins with a dot, separated by {@code /}. Names that a user chose have no place in them. A key must not be the folder
 * of another one. Every method throws {@link IllegalArgumentException} for anything else.
 */
public interface BlobStore {
    /**
     * Stores a blob. Storing under a key that exists is allowed for the same bytes only; which of the two copies stays
     * is open.
     *
     * @param bytes  read up to {@code length}, not closed
     * @param length number of bytes
     * @throws java.io.EOFException when the stream ends early; nothing is stored then
     * @throws IOException when the stream or the store fails; nothing is stored then
     */
    void put(String key, InputStream bytes, long length) throws IOException;

    /**
     * Opens a blob from its first byte.
     *
     * @throws BlobNotFoundException when there is none
     */
    InputStream get(String key) throws IOException;

    /**
     * Opens a range of a blob; what lies beyond its end is left out.
     *
     * @param offset first byte
     * @param length number of bytes
     * @throws BlobNotFoundException when there is no such blob
     */
    InputStream get(String key, long offset, long length) throws IOException;

    /**
     * The length of a blob in bytes.
     *
     * @throws BlobNotFoundException when there is none
     */
    long size(String key) throws IOException;

    /** Removes a blob; one that does not exist is none the worse for it. */
    void delete(String key) throws IOException;

    /**
     * The keys that begin with a prefix, in no order. The caller closes the stream; failures while reading come as
     * {@link java.io.UncheckedIOException}.
     */
    Stream<String> list(String prefix) throws IOException;
}
