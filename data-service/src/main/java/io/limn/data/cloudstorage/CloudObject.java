package io.limn.data.cloudstorage;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object that is being read.
 *
 * @param bytes  its content
 * @param length number of bytes
 */
public record CloudObject(InputStream bytes, long length) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
