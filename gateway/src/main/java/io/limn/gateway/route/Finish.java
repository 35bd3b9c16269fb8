package io.limn.gateway.route;

import io.limn.gateway.exchange.SessionCookies;
import io.limn.gateway.http.CommonHeaders;
import io.limn.gateway.http.Cors;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What belongs to every answer, whoever gave it: headers, cookies of the session, a line in the log, a measurement. */
@Singleton
final class Finish {
    private static final Logger ACCESS = Logger.getLogger("io.limn.gateway.access");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final int ABORTED = 0;

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final SessionCookies cookies;
    private final AllowedMethods allowed;
    private final Cors cors;
    private final MeterRegistry meters;

    Finish(SessionCookies cookies, AllowedMethods allowed, Cors cors, MeterRegistry meters) {
        this.cookies = cookies;
        this.allowed = allowed;
        this.cors = cors;
        this.meters = meters;
    }

    /** What is measured together. */
    private record Kind(String service, String method, int status) {}

    void prepare(RoutingContext context, Call call) {
        MDC.put("requestId", call.id());
        context.addHeadersEndHandler(nothing -> complete(call));
        context.addEndHandler(result -> record(call, result.succeeded()));
    }

    private void complete(Call call) {
        var response = call.request().response();
        var headers = response.headers();
        boolean api = call.route() != null && call.path().startsWith("/api/");
        CommonHeaders.apply(headers, call.id(), api);
        if (api) {
            // The description is the authority: frameworks list methods in their own way.
            allowed.allow(call.path()).ifPresent(methods -> headers.set(HttpHeaders.ALLOW, methods));
        }
        cors.apply(call.request(), headers);
        if (call.route() != null) {
            cookies.apply(call.request(), response.getStatusCode(), call.trade(), headers);
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder("limn.gateway.requests")
                .description("Requests, from their first byte to the last of the answer")
                .tag("service", kind.service())
                .tag("method", kind.method())
                .tag("status", kind.status() == ABORTED ? "aborted" : String.valueOf(kind.status()))
                .register(meters);
    }

    private void record(Call call, boolean complete) {
        int status = call.request().response().getStatusCode();
        var service = call.route() == null ? "none" : call.route().service();
        var method = call.request().method().name();
        var kind = new Kind(service, METHODS.contains(method) ? method : "other", complete ? status : ABORTED);
        timers.computeIfAbsent(kind, this::timer).record(call.age(), TimeUnit.NANOSECONDS);
        ACCESS.debugf(
                "%s %s %d %d ms %s", method, call.path(), status, TimeUnit.NANOSECONDS.toMillis(call.age()), service);
    }
}
