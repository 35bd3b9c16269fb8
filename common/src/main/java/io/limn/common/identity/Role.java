package io.limn.common.identity;

/** The role of a member in an organization; the strongest comes first. */
public enum Role {
    OWNER,
    MAINTAINER,
    SUPERVISOR,
    WORKER;

    /** Whether this role is as strong as another or stronger. */
    public boolean atLeast(Role other) {
        return compareTo(other) <= 0;
    }
}
