package io.limn.common.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.event.Provenance;

/** The right of one attempt to do a piece of work. It is prolonged in the background for as long as the worker runs. */
public interface Lease {
    /** The work. */
    long id();

    /** The key under which it was submitted. */
    String key();

    /** Grows by one each time the work is taken, from 1. */
    int attempt();

    /** What is to be done. */
    JsonNode payload();

    /** Who and what caused it. */
    Provenance provenance();

    /** Whether the attempt has not heard of losing its lease. Only {@link #commit} knows for sure. */
    boolean isHeld();

    /**
     * Stops an attempt that has heard of losing its lease; for long loops between commits.
     *
     * @throws LeaseLostException when it has
     */
    void check();

    /**
     * Runs a change in a transaction of its own that first checks that this attempt still holds the lease, and keeps
     * others from taking it until the end of the transaction.
     *
     * @throws LeaseLostException when it does not; the change is not run
     */
    void commit(Runnable change);

    /**
     * As {@link #commit}, and the work is finished in the same transaction: the change is never done twice.
     *
     * @throws LeaseLostException when the lease is lost; the change is not run
     */
    void finish(Runnable change);
}
