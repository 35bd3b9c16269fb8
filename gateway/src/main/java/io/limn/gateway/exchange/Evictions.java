package io.limn.gateway.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/** Whose trades were forgotten lately: a trade that was asked for before that may already be stale when it arrives. */
final class Evictions {
    private final Cache<Long, Instant> users =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private volatile Instant everybody = Instant.MIN;

    void add(long userId, Instant now) {
        users.put(userId, now);
    }

    void addAll(Instant now) {
        everybody = now;
    }

    /** Whether a user's trades were forgotten at or after a moment. */
    boolean since(long userId, Instant moment) {
        var last = users.getIfPresent(userId);
        return !everybody.isBefore(moment) || last != null && !last.isBefore(moment);
    }
}
