package io.limn.common.work;

/** Thrown by a worker when trying again is of no use; its message is what the user reads. */
public class PermanentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message for the user. */
    public PermanentFailure(String message) {
        super(message);
    }

    /** With the message for the user, and the cause for the log. */
    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
