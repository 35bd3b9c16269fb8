package io.limn.data.share;

/** A path leads out of the share. */
public final class OutsideShareException extends Exception {
    private static final long serialVersionUID = 1L;

    OutsideShareException(String path) {
        super("Bad file path: " + path);
    }
}
