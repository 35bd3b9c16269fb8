package io.limn.common.identity;

/** What a user may do at all, by his strongest group; the strongest comes first. */
public enum Privilege {
    ADMIN,
    USER,
    WORKER,
    NONE;

    /** Whether this privilege is as strong as another or stronger. */
    public boolean atLeast(Privilege other) {
        return compareTo(other) <= 0;
    }
}
