package io.limn.gateway.route;

import io.limn.gateway.exchange.IdentityChanges;
import io.limn.gateway.http.Answers;
import io.limn.gateway.upstream.Clients;
import io.limn.gateway.upstream.ForwardConfig;
import io.limn.gateway.upstream.Upstream;
import io.limn.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sends calls on to services and their answers back, streaming both ways. */
@Singleton
final class Forwarder {
    /** Chunks of a job come from the replica that has them in its cache. */
    private static final Pattern CHUNKS = Pattern.compile("/api/(tasks|jobs)/(\\d+)/data/?");

    private final Vertx vertx;
    private final Clients clients;
    private final Upstreams upstreams;
    private final ForwardConfig config;
    private final RequestHeaders headers;
    private final IdentityChanges changes;
    private final ProxyOptions options = new ProxyOptions().setSupportWebSocket(false);

    Forwarder(
            Vertx vertx,
            Clients clients,
            Upstreams upstreams,
            ForwardConfig config,
            RequestHeaders headers,
            IdentityChanges changes) {
        this.vertx = vertx;
        this.clients = clients;
        this.upstreams = upstreams;
        this.config = config;
        this.headers = headers;
        this.changes = changes;
    }

    void forward(Call call) {
        var request = call.request();
        long limit = limit(request);
        if (length(request) > limit) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            Answers.detail(request, tooLargeStatus(request), Forward.TOO_LARGE);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        var patience = new Patience(vertx, config.answerTimeout());
        var client = clients.here();
        var forward = new Forward(call, client, replicas(call), headers, changes, patience, limit);
        HttpProxy.reverseProxy(options, client)
                .origin(context -> forward.connect())
                .addInterceptor(forward)
                .handle(request);
    }

    private List<Upstream> replicas(Call call) {
        var group = upstreams.of(call.route().service());
        var chunks = CHUNKS.matcher(call.path());
        return call.request().method().name().equals("GET") && chunks.matches()
                ? group.forSubject(chunks.group(1) + "/" + chunks.group(2))
                : group.inTurn();
    }

    private long limit(HttpServerRequest request) {
        return isJson(request)
                ? config.jsonLimit().asLongValue()
                : config.bodyLimit().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    static int tooLargeStatus(HttpServerRequest request) {
        return isJson(request) ? 400 : 413;
    }

    private static boolean isJson(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
