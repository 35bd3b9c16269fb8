package io.limn.gateway.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The calls of one client within the last moments. */
final class SlidingWindow {
    private final Deque<Long> calls = new ArrayDeque<>();

    /**
     * Counts a call unless there were enough.
     *
     * @param now    nanoseconds of a clock that never goes back
     * @param limit  calls allowed within a window
     * @param window its length
     * @return how long the client has to wait; empty when the call may pass
     */
    synchronized Optional<Duration> enter(long now, int limit, Duration window) {
        while (!calls.isEmpty() && now - calls.peekFirst() >= window.toNanos()) {
            calls.removeFirst();
        }
        if (calls.size() >= limit) {
            return Optional.of(window.minusNanos(now - calls.peekFirst()));
        }
        calls.addLast(now);
        return Optional.empty();
    }
}
