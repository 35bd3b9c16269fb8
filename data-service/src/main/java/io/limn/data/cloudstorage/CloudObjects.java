package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The objects of cloud storages, for what exports into them and imports from them. The rights are asked in the request
 * that names the storage; the objects are read and written later, in the background.
 */
public interface CloudObjects {
    /**
     * Refuses a storage that the request names by its id unless the caller may see it.
     *
     * @throws ApiException 400 when there is none, 403 when the caller may not see it
     */
    void requireNamed(long storage);

    /**
     * Refuses to use a storage that the caller may not see.
     *
     * @param byDefault whether the request names no storage and it is the default of a task or project
     * @throws ApiException 400 when there is none, 403 when the caller may not see it
     */
    void requireUsable(long storage, boolean byDefault);

    /**
     * Writes an object; one that exists is replaced.
     *
     * @param bytes  read up to {@code length}, not closed
     * @param length number of bytes
     * @throws io.limn.data.media.SourceUnavailableException when the storage refuses, with a message for the user
     * @throws IOException when the storage does not answer as it should; to be tried again
     */
    void put(long storage, String key, InputStream bytes, long length) throws IOException;

    /**
     * Opens an object from its first byte.
     *
     * @throws io.limn.data.media.SourceUnavailableException when it is not there or not to be read, with a message for
     *     the user
     * @throws IOException when the storage does not answer as it should; to be tried again
     */
    CloudObject open(long storage, String key) throws IOException;
}
