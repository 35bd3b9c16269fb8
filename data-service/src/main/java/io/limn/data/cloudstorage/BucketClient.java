package io.limn.data.cloudstorage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * One bucket or container, as its provider's library reaches it. Every method throws {@link BucketFault} when the
 * provider refuses and another {@link IOException} when it does not answer as it should; no message has credentials in
 * it.
 */
public interface BucketClient {
    /** Whether the bucket is there and may be entered; returns when it is. */
    void check() throws IOException;

    /**
     * One page of keys, in the provider's order.
     *
     * @param prefix   with which keys begin
     * @param oneLevel whether what lies below a further slash is given as a folder
     * @param token    where the page begins, as the page before said; {@code null} for the first
     * @param most     entries, at most 1000
     */
    ObjectPage list(String prefix, boolean oneLevel, String token, int most) throws IOException;

    /** The length of an object in bytes. */
    long length(String key) throws IOException;

    /**
     * Some bytes of an object.
     *
     * @param offset first byte
     * @param count  number of bytes; fewer come at the end of the object
     */
    ObjectRange read(String key, long offset, int count) throws IOException;

    /** Opens an object from its first byte. */
    CloudObject open(String key) throws IOException;

    /** Writes an object; one that exists is replaced. A stream that ends early leaves nothing behind. */
    void put(String key, InputStream bytes, long length) throws IOException;

    /** What may be done: {@code read}, {@code write}; {@code null} when the provider has no way to tell. */
    Set<String> actions() throws IOException;
}
