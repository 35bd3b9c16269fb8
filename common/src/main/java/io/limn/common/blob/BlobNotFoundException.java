package io.limn.common.blob;

import java.io.IOException;

/** There is no blob under a key. */
public final class BlobNotFoundException extends IOException {
    private static final long serialVersionUID = 1;

    /** For a key. */
    public BlobNotFoundException(String key) {
        super("There is no blob " + key);
    }
}
