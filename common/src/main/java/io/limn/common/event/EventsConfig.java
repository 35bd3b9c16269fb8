package io.limn.common.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How events are published and consumed. */
@ConfigMapping(prefix = "limn.events")
public interface EventsConfig {
    /**
     * Whether this application has an outbox and handlers with transactions. Fixed at build time where it is false; set
     * to false at start, nothing is relayed or consumed.
     */
    @WithDefault("true")
    boolean enabled();

    /** Partitions of a topic that does not exist yet. */
    @WithDefault("6")
    int partitions();

    /** Copies of each partition of a topic that does not exist yet. */
    @WithDefault("1")
    short replication();

    /** How long topics keep events, and dead letters. */
    @WithDefault("7d")
    Duration retention();

    /** Topics of which the last event of each key is kept. */
    @WithDefault("limn.users,limn.organizations,limn.memberships")
    Set<String> compacted();

    /** How often the relay looks for events when nothing wakes it, and tries to get slots from other replicas. */
    @WithDefault("1s")
    Duration poll();

    /** Most events that are published at once. */
    @WithDefault("500")
    int batch();

    /** First pause after a failure; doubles up to {@link #longestPause()}. */
    @WithDefault("200ms")
    Duration pause();

    /** Longest pause between two tries. */
    @WithDefault("10s")
    Duration longestPause();

    /** How long the ids of applied events are remembered; longer than {@link #retention()}. */
    @WithDefault("8d")
    Duration inboxRetention();

    /** How long a stop waits for the event in work. */
    @WithDefault("5s")
    Duration stopTimeout();
}
