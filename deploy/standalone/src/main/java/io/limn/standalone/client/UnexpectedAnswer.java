package io.limn.standalone.client;

/** The suite answered with another status than a caller counts on; the message holds the call and the answer. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswer(String message, int status) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
