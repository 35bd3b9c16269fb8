package io.limn.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;

/** Counts the calls of anonymous clients, each replica of the gateway for itself. */
@Singleton
public final class AnonymousLimit {
    private final LimitConfig config;
    private final Cache<String, SlidingWindow> clients;

    AnonymousLimit(LimitConfig config) {
        this.config = config;
        clients = Caffeine.newBuilder()
                .maximumSize(config.clients())
                .expireAfterAccess(config.window())
                .build();
    }

    /**
     * Counts a call.
     *
     * @return the whole seconds after which the client may call again; empty when this call may pass
     */
    public OptionalLong enter(String client) {
        if (config.anonymous() == 0) {
            return OptionalLong.empty();
        }
        return clients.get(client, unknown -> new SlidingWindow())
                .enter(System.nanoTime(), config.anonymous(), config.window())
                .map(wait -> OptionalLong.of(Math.max(1, roundedUp(wait))))
                .orElse(OptionalLong.empty());
    }

    private static long roundedUp(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** What the client is told. */
    public static String message(long seconds) {
        return "Request was throttled. Expected available in " + seconds + (seconds == 1 ? " second." : " seconds.");
    }
}
