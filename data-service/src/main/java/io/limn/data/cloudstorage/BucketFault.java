package io.limn.data.cloudstorage;

import java.io.IOException;

/** A provider refused. */
public final class BucketFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The object or the bucket is not there. */
        NOT_FOUND,
        /** The credentials do not let one do this. */
        FORBIDDEN,
        /** Something else, which will not be other the next time. */
        REFUSED
    }

    private final Reason reason;

    private BucketFault(Reason reason, int status) {
        super("The cloud storage answered " + status);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /**
     * The fault of an HTTP status: one of the provider's own, from 500 on, is none that it means.
     *
     * @param status of the answer, from 300 on
     */
    public static IOException of(int status) {
        return switch (status) {
            case 404, 410 -> new BucketFault(Reason.NOT_FOUND, status);
            case 401, 403 -> new BucketFault(Reason.FORBIDDEN, status);
            default ->
                status >= 500 || status == 408 || status == 429
                        ? new IOException("The cloud storage answered " + status)
                        : new BucketFault(Reason.REFUSED, status);
        };
    }
}
