package io.limn.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP clients behind everything the gateway asks of services, one for each event loop: a request goes out on the
 * thread on which it came in. From a pool that all share it would often get a connection of another thread, and waking
 * that one costs more than all else that is done for a small request.
 */
@Singleton
public final class Clients {
    private static final int HEADER_LIMIT = 65_536;

    /** Most bytes of a body that are passed on at once; the socket delivers no more. */
    private static final int PIECE = 131_072;

    private static final int LOOPS = 2 * Runtime.getRuntime().availableProcessors();

    private final Vertx vertx;
    private final ForwardConfig config;
    private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();
    private final HttpClient elsewhere;

    Clients(Vertx vertx, ForwardConfig config) {
        this.vertx = vertx;
        this.config = config;
        elsewhere = client();
    }

    /** The client of the event loop that runs this, or one that any other thread may use. */
    public HttpClient here() {
        return Context.isOnEventLoopThread()
                ? clients.computeIfAbsent(Thread.currentThread(), loop -> client())
                : elsewhere;
    }

    private HttpClient client() {
        var options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(HEADER_LIMIT)
                .setMaxInitialLineLength(HEADER_LIMIT)
                .setMaxChunkSize(PIECE)
                .setTcpNoDelay(true);
        var pool = new PoolOptions()
                .setHttp1MaxSize(Math.max(1, config.connections() / LOOPS))
                .setMaxWaitQueueSize(Math.max(1, config.queue() / LOOPS));
        return vertx.createHttpClient(options, pool);
    }
}
