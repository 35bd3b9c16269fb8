package io.limn.common.work;

/** This attempt no longer holds its work: another took it over, or it was cancelled. The worker stops without a trace. */
public class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(long id, int attempt) {
        super("Attempt %d no longer holds work %d".formatted(attempt, id));
    }
}
