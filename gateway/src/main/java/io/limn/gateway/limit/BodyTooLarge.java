package io.limn.gateway.limit;

/** A request body went past its limit. */
public final class BodyTooLarge extends RuntimeException {
    BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes", null, false, false);
    }
}
