package io.limn.common.event;

/** Tells the provenance of the request at hand. Replaced by a bean that knows the caller. */
public interface EventContext {
    /** Of the request at hand, {@link Provenance#NONE} outside of requests. */
    Provenance provenance();
}
