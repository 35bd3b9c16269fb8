package io.limn.gateway.route;

import io.limn.gateway.exchange.IdentityChanges;
import io.limn.gateway.limit.MeteredBody;
import io.limn.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** One call on its way to a service and back. */
final class Forward implements ProxyInterceptor {
    static final String TOO_LARGE = "The body of the request is too large.";

    private static final Logger LOG = Logger.getLogger(Forward.class);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");

    private final Call call;
    private final HttpClient client;
    private final List<Upstream> replicas;
    private final RequestHeaders requestHeaders;
    private final IdentityChanges changes;
    private final Patience patience;
    private final long limit;
    private MeteredBody body;
    private boolean connected;

    Forward(
            Call call,
            HttpClient client,
            List<Upstream> replicas,
            RequestHeaders requestHeaders,
            IdentityChanges changes,
            Patience patience,
            long limit) {
        this.call = call;
        this.client = client;
        this.replicas = replicas;
        this.requestHeaders = requestHeaders;
        this.changes = changes;
        this.patience = patience;
        this.limit = limit;
    }

    /** A connection to the first replica that takes one; nothing of the request was sent so far, so any may be tried. */
    Future<HttpClientRequest> connect() {
        return connect(replicas.iterator());
    }

    private Future<HttpClientRequest> connect(Iterator<Upstream> candidates) {
        var replica = candidates.next();
        return client.request(replica.options())
                .onSuccess(request -> {
                    connected = true;
                    // The failure arrives by the answer as well; without a handler it would be logged, too.
                    request.exceptionHandler(failure -> LOG.debugf("%s: %s", replica.address(), failure.getMessage()));
                    replica.answered();
                    patience.begin(request);
                })
                .recover(failure -> {
                    LOG.debugf("%s cannot be reached: %s", replica.address(), failure.getMessage());
                    if (!(failure instanceof ConnectionPoolTooBusyException)) {
                        replica.failed();
                    }
                    return candidates.hasNext() ? connect(candidates) : Future.failedFuture(failure);
                });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        request.setURI(call.target());
        requestHeaders.prepare(call, request.headers());
        body = new MeteredBody(request.getBody().stream(), limit, patience::renew);
        request.setBody(Body.body(body, request.getBody().length()));
        return context.sendRequest()
                .recover(failure -> mayRepeat(failure) ? repeat(context) : Future.failedFuture(failure))
                .onComplete(result -> patience.end())
                .recover(failure -> Future.succeededFuture(refusal(context, failure)));
    }

    /** A kept connection may have died unnoticed; a request without effect and body is simply sent again. */
    private boolean mayRepeat(Throwable failure) {
        return connected
                && failure instanceof HttpClosedException
                && !patience.isLost()
                && !body.hasBegun()
                && REPEATABLE.contains(call.request().method().name());
    }

    private static Future<ProxyResponse> repeat(ProxyContext context) {
        context.request().setBody(Body.body(Buffer.buffer()));
        return context.sendRequest();
    }

    private ProxyResponse refusal(ProxyContext context, Throwable failure) {
        var refusal = body.isTooLarge()
                ? new ServiceFailure(Forwarder.tooLargeStatus(call.request()), TOO_LARGE)
                : ServiceFailure.of(call, connected, patience.isLost());
        if (refusal.status() >= 500) {
            LOG.warnf(
                    "%s %s: %s-service failed the request: %s",
                    call.request().method(), call.path(), call.route().service(), failure.toString());
        }
        return refusal.answer(context.request().release().response());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        OwnHeaders.remove(response.headers());
        if (call.route().service().equals("auth")) {
            changes.after(call.request().method().name(), call.path(), response.getStatusCode(), call.trade());
        }
        Compression.apply(call.request(), response);
        return context.sendResponse();
    }
}
