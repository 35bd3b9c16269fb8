package io.limn.data.media;

import java.io.IOException;

/** Source bytes that were there once cannot be had now, and the client is told why: a bucket lost an object, or access to it. */
public class SourceUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Says why.
     *
     * @param status HTTP status of the answer: 403, 404 or 409
     * @param message what the client is shown
     */
    public SourceUnavailableException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}
