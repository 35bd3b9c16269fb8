package io.limn.common.event;

import java.util.Set;

/**
 * Applies events of one topic. Every bean of this type is found by itself.
 *
 * <p>Each event is handled in a transaction of its own that also records its id: delivered again, it is skipped. Events
 * of one key arrive in order. A handler must not call other services where a later event can do instead, because it
 * holds up its partition.
 *
 * <p>{@link UnprocessableEventException} and JSON errors send the event to the dead letters. Every other exception means
 * "not now": the partition waits and the event is tried again, for ever.
 */
public interface EventHandler {
    /** The topic it reads. */
    String topic();

    /** The types it applies; all types when empty. */
    default Set<String> types() {
        return Set.of();
    }

    /**
     * Whether every replica shall see every event, from its start on. Such a handler has no transaction and no record of
     * ids: it sees what is published while it runs, at least once, and an exception only leaves a log line.
     */
    default boolean broadcast() {
        return false;
    }

    /** Applies an event. */
    void handle(Event event) throws Exception;
}
