package io.limn.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;

/**
 * How long a service may be silent before its answer begins. While a body is still arriving the clock starts anew with
 * each piece: a slow upload is no silent service.
 */
final class Patience {
    private final Vertx vertx;
    private final Duration limit;
    private HttpClientRequest request;
    private long last = System.nanoTime();
    private long timer;
    private boolean over;
    private boolean lost;

    Patience(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Starts the clock for a request to a service. */
    void begin(HttpClientRequest sent) {
        request = sent;
        last = System.nanoTime();
        schedule(limit.toMillis());
    }

    /** A piece of the body moved. */
    void renew() {
        last = System.nanoTime();
    }

    /** The answer began, or will never begin. */
    void end() {
        over = true;
        vertx.cancelTimer(timer);
    }

    /** Whether the service was given up. */
    boolean isLost() {
        return lost;
    }

    private void schedule(long milliseconds) {
        timer = vertx.setTimer(Math.max(1, milliseconds), fired -> look());
    }

    private void look() {
        if (over) {
            return;
        }
        var silent = Duration.ofNanos(System.nanoTime() - last);
        if (silent.compareTo(limit) >= 0) {
            lost = true;
            request.reset();
        } else {
            schedule(limit.minus(silent).toMillis() + 1);
        }
    }
}
