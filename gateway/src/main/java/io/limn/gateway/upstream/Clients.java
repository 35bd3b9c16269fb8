package io.limn.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** The HTTP client behind everything the gateway asks of services. */
final class Clients {
    private static final int HEADER_LIMIT = 65_536;

    private Clients() {}

    @Produces
    @Singleton
    static HttpClient client(Vertx vertx, ForwardConfig config) {
        var options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(HEADER_LIMIT)
                .setMaxInitialLineLength(HEADER_LIMIT)
                .setTcpNoDelay(true);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.queue());
        return vertx.createHttpClient(options, pool);
    }
}
