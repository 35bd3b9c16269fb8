package io.limn.common.work;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Does one kind of background work. Every bean of this type is found by itself and started where {@code limn.roles}
 * contains {@code worker}.
 *
 * <p>Work is done at least once: what an attempt writes goes through {@link Lease#commit}, and blob keys carry
 * {@link Lease#attempt()}, so that an attempt that was taken over cannot spoil what its successor does.
 */
public interface Worker {
    /** The kind it does. */
    String kind();

    /**
     * Does a piece of work; it is finished when this returns. Runs on a platform thread with a request context, outside
     * of transactions.
     *
     * @throws PermanentFailure   when it can never be done
     * @throws LeaseLostException when another attempt has it now
     * @throws Exception          when it may be done later; after some failures it counts as permanent
     */
    void run(Lease lease) throws Exception;

    /**
     * The work has failed for good. Called in the transaction that ends it.
     *
     * @param message for the user
     */
    default void failed(JsonNode payload, String message) {}
}
