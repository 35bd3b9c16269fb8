package io.limn.data.dataset.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a picture or a point cloud; they can be read more than once. */
public interface MediaFile {
    /** How many bytes there are. */
    long length() throws IOException;

    /** Opens them from the first one; the caller closes the stream. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    static MediaFile of(byte[] bytes) {
        return new MediaFile() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
