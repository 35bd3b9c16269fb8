package io.limn.task.annotation;

/** Raised where quick reading gives up. It is thrown often and caught near by, so it carries no stack. */
final class Doubt extends RuntimeException {
    static final Doubt ARISES = new Doubt();

    private Doubt() {
        super("To be read with care", null, false, false);
    }

    static void when(boolean odd) {
        if (odd) {
            throw ARISES;
        }
    }

    static void unless(boolean usual) {
        when(!usual);
    }
}
