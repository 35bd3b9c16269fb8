package io.limn.gateway.route;

import io.limn.gateway.exchange.Trade;
import io.limn.gateway.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** One request on its way through the gateway. */
public final class Call {
    private final RoutingContext context;
    private final String id;
    private final ClientAddress address;
    private final String path;
    private final long start = System.nanoTime();
    private Route route;
    private Trade trade = Trade.NOTHING;

    Call(RoutingContext context, String id, ClientAddress address) {
        this.context = context;
        this.id = id;
        this.address = address;
        path = context.normalizedPath();
    }

    /** The request of the client. */
    public HttpServerRequest request() {
        return context.request();
    }

    /** The id under which the request is found in the logs of all services. */
    public String id() {
        return id;
    }

    /** Under which address the client reached the server. */
    public ClientAddress address() {
        return address;
    }

    /** The normalized path: without dot segments and needless escapes. */
    public String path() {
        return path;
    }

    /** A parameter of the query, the first of its name; null when it is absent. */
    public String parameter(String name) {
        var values = context.queryParam(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** What the client's credential is worth. */
    public Trade trade() {
        return trade;
    }

    void signIn(Trade result) {
        trade = result;
    }

    /** The line of the route table; null while none is found. */
    public Route route() {
        return route;
    }

    void follow(Route found) {
        route = found;
    }

    /** The path and query as a service gets them. */
    String target() {
        var query = request().query();
        return query == null ? path : path + "?" + query;
    }

    /** Nanoseconds since the request came in. */
    long age() {
        return System.nanoTime() - start;
    }
}
