package io.limn.gateway.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trades credentials, and remembers the trades: each is made anew in the background once it is older than half a
 * minute, and is good until its token ends when auth-service does not answer. A credential is asked for once at a time.
 */
@Singleton
public final class CredentialExchange {
    /** No token is handed on that may have ended when the service reads it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Trader trader;
    private final CredentialKeys keys;
    private final ExchangeConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Cache<String, Entry> trades;
    private final Cache<String, Entry> refusals;
    private final ConcurrentHashMap<String, Future<Trade>> running = new ConcurrentHashMap<>();
    private final Evictions evictions = new Evictions();

    /** A trade or a refusal, and when it was asked for. */
    private record Entry(Trade trade, Refusal refusal, Instant since) {
        Future<Trade> result() {
            return refusal == null ? Future.succeededFuture(trade) : Future.failedFuture(refusal);
        }
    }

    CredentialExchange(Trader trader, CredentialKeys keys, ExchangeConfig config) {
        this.trader = trader;
        this.keys = keys;
        this.config = config;
        trades = Caffeine.newBuilder()
                .maximumSize(config.size())
                .expireAfterWrite(Duration.ofMinutes(10))
                .build();
        refusals = Caffeine.newBuilder()
                .maximumSize(config.size())
                .expireAfterWrite(config.refusal())
                .build();
    }

    /** What a credential is worth; fails with a {@link Refusal}. */
    public Future<Trade> trade(Credential credential, Asker asker) {
        if (credential.isEmpty()) {
            return Future.succeededFuture(Trade.NOTHING);
        }
        var key = keys.of(credential);
        var known = trades.getIfPresent(key);
        var now = clock.instant();
        if (known == null || now.isAfter(known.trade().expiry().minus(MARGIN))) {
            var refused = refusals.getIfPresent(key);
            return refused != null ? refused.result() : onThisContext(ask(key, credential, asker));
        }
        if (now.isAfter(known.since().plus(config.refresh()))) {
            ask(key, credential, asker);
        }
        return known.result();
    }

    private Future<Trade> ask(String key, Credential credential, Asker asker) {
        var mine = Promise.<Trade>promise();
        var other = running.putIfAbsent(key, mine.future());
        if (other != null) {
            return other;
        }
        var since = clock.instant();
        trader.trade(credential, asker).onComplete(result -> {
            if (result.succeeded()) {
                keep(key, result.result(), since);
            } else if (result.cause() instanceof Refusal refusal && refusal.status() == 401) {
                trades.invalidate(key);
                refusals.put(key, new Entry(null, refusal, since));
            }
            running.remove(key);
            mine.handle(result);
        });
        return mine.future();
    }

    /** A credential that is worth nothing is kept as shortly as a refusal. */
    private void keep(String key, Trade trade, Instant since) {
        if (trade.isAnonymous()) {
            trades.invalidate(key);
            refusals.put(key, new Entry(trade, null, since));
        } else if (!evictions.since(trade.userId(), since)) {
            trades.put(key, new Entry(trade, null, since));
        }
    }

    /** Who waits for a trade goes on where he waits, not on the thread of whoever asked first. */
    private static Future<Trade> onThisContext(Future<Trade> future) {
        Context here = Vertx.currentContext();
        if (here == null || future.isComplete()) {
            return future;
        }
        var promise = Promise.<Trade>promise();
        future.onComplete(result -> here.runOnContext(nothing -> promise.handle(result)));
        return promise.future();
    }

    /** Forgets what a user's credentials were worth: something about him changed. */
    public void forget(long userId) {
        evictions.add(userId, clock.instant());
        trades.asMap().values().removeIf(entry -> entry.trade().userId() == userId);
        forgetRefusals();
    }

    /** Forgets which credentials were wrong: one of them may be right now. */
    public void forgetRefusals() {
        refusals.invalidateAll();
    }

    /** Forgets every trade: it is not known whom a change concerns. */
    public void forgetAll() {
        evictions.addAll(clock.instant());
        trades.invalidateAll();
        forgetRefusals();
    }
}
