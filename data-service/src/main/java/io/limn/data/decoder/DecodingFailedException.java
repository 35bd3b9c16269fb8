package io.limn.data.decoder;

import java.io.IOException;

/** A decoder process could not perform a command for a reason that is not the media's. */
public class DecodingFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    public DecodingFailedException(String message) {
        super(message);
    }
}
