package io.limn.common.api.idempotency;

/** Ends a request with the answer that it got before, whatever its resource method returns. */
final class ReplayedException extends RuntimeException {
    private final transient StoredAnswer answer;

    ReplayedException(StoredAnswer answer) {
        super("Answered before", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
