package io.limn.common.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How background work is done. */
@ConfigMapping(prefix = "limn.work")
public interface WorkConfig {
    /** How long a worker may be silent until another takes its work; it reports at each third. */
    @WithDefault("30s")
    Duration lease();

    /** How often work is looked for when nothing wakes the workers. */
    @WithDefault("1s")
    Duration poll();

    /** Pieces of a kind that a replica does at once. */
    Map<String, Integer> concurrency();

    /** Pieces that a replica does at once of a kind that {@link #concurrency()} does not name. */
    @WithDefault("2")
    int defaultConcurrency();

    /**
     * Pieces of a kind that are done at once for one user, in all replicas together; 0 means any number. Whatever it is,
     * who has less under way goes first.
     */
    @WithDefault("0")
    int mostPerUser();

    /** The same for one organization. */
    @WithDefault("0")
    int mostPerOrganization();

    /** Attempts that may end with an ordinary exception until the work has failed. */
    @WithDefault("5")
    int attempts();

    /** Workers that may die with a piece of work until it has failed. */
    @WithDefault("2")
    int deaths();

    /** Pause after the first failed attempt; four times as long after each further one. */
    @WithDefault("1s")
    Duration pause();

    /** Longest pause between two attempts. */
    @WithDefault("5m")
    Duration longestPause();

    /** Longest transaction of a worker: an import of a great job takes minutes. */
    @WithDefault("1h")
    Duration transactionTimeout();

    /** How long a stop waits for work to end before it is interrupted and given back. */
    @WithDefault("5s")
    Duration stopTimeout();

    /** How long ended work is remembered. */
    @WithDefault("7d")
    Duration keep();
}
