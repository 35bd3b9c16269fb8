package io.limn.data.frame;

import java.io.IOException;

/** A chunk would be larger than is allowed. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long size;

    TooLargeException(long size) {
        super("A chunk of " + size + " bytes is too large");
        this.size = size;
    }

    long size() {
        return size;
    }
}
