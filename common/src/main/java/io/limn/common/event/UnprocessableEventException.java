package io.limn.common.event;

/** Thrown by a handler when an event can never be applied, whenever it is tried: it becomes a dead letter. */
public class UnprocessableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason that the dead letter carries. */
    public UnprocessableEventException(String reason) {
        super(reason);
    }

    /** With the reason that the dead letter carries, and its cause. */
    public UnprocessableEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
