package io.limn.common.geometry;

/** A track cannot be followed between two keyframes, for example because one is a box and the other a line. */
public class UnsupportedTrackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedTrackException(String message) {
        super(message);
    }
}
