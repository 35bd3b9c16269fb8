package io.limn.common.event;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double with each failure in a row, a little apart from those of other replicas. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private int failures;

    Backoff(EventsConfig config) {
        first = config.pause();
        longest = config.longestPause();
    }

    /** All is well again. */
    void reset() {
        failures = 0;
    }

    /** How long to wait after one more failure. */
    Duration next() {
        long doubled = first.toMillis() << Math.min(failures++, 20);
        long millis = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
