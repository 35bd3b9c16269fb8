package io.limn.gateway.exchange;

/** A credential could not be traded; the message is for the client. */
public final class Refusal extends RuntimeException {
    private final int status;

    private Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** The credential is wrong. */
    static Refusal wrong(String detail) {
        return new Refusal(401, detail);
    }

    /** Nobody can say now whether the credential is right. */
    static Refusal away() {
        return new Refusal(503, "Signing in is not possible right now. Please try again in a moment.");
    }

    /** 401 or 503. */
    public int status() {
        return status;
    }
}
