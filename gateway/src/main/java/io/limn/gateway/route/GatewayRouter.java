package io.limn.gateway.route;

import io.limn.gateway.exchange.Asker;
import io.limn.gateway.exchange.Credential;
import io.limn.gateway.exchange.CredentialExchange;
import io.limn.gateway.exchange.Csrf;
import io.limn.gateway.exchange.Refusal;
import io.limn.gateway.exchange.Trade;
import io.limn.gateway.http.Answers;
import io.limn.gateway.http.ClientAddress;
import io.limn.gateway.http.Cors;
import io.limn.gateway.http.RequestId;
import io.limn.gateway.limit.AnonymousLimit;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way of every request: route (404), negotiation (406), credentials (401, 403), limit (429), answer. This is the
 * order in which the CVAT API checks.
 */
@Singleton
final class GatewayRouter {
    private static final Logger LOG = Logger.getLogger(GatewayRouter.class);
    private static final int BEFORE_EVERYTHING = -100_000;

    private final RouteTable table;
    private final CredentialExchange exchange;
    private final Csrf csrf;
    private final AnonymousLimit limit;
    private final PathOptions options;
    private final Cors cors;
    private final Forwarder forwarder;
    private final LocalEndpoints local;
    private final Finish finish;
    private final boolean trustForwarded;

    GatewayRouter(
            RouteTable table,
            CredentialExchange exchange,
            Csrf csrf,
            AnonymousLimit limit,
            PathOptions options,
            Cors cors,
            Forwarder forwarder,
            LocalEndpoints local,
            Finish finish,
            @ConfigProperty(name = "limn.gateway.trust-forwarded", defaultValue = "true") boolean trustForwarded) {
        this.table = table;
        this.exchange = exchange;
        this.csrf = csrf;
        this.limit = limit;
        this.options = options;
        this.cors = cors;
        this.forwarder = forwarder;
        this.local = local;
        this.finish = finish;
        this.trustForwarded = trustForwarded;
    }

    void mount(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        // Whatever of the body comes before the credentials are known has to wait.
        request.pause();
        var id = RequestId.of(request.getHeader(RequestId.HEADER));
        var call = new Call(context, id, ClientAddress.of(request, trustForwarded));
        finish.prepare(context, call);
        try {
            find(call);
        } catch (RuntimeException fault) {
            failed(call, fault);
        }
    }

    private void find(Call call) {
        var request = call.request();
        if (!call.address().isSound()) {
            Answers.page(request, 400, "Bad Request");
            return;
        }
        if (cors.answersPreflight(request)) {
            return;
        }
        var found = table.match(request.method().name(), call.path());
        if (found.isEmpty()) {
            elsewhere(call);
        } else if (found.get().redirect()) {
            var query = request.query() == null ? "" : "?" + request.query();
            request.response().putHeader(HttpHeaders.LOCATION, call.path() + "/" + query);
            Answers.empty(request, 301);
        } else {
            call.follow(found.get().route());
            negotiate(call);
        }
    }

    /** Below {@code /api} there is nothing else, what is internal is nobody's business, the rest is the UI's. */
    private void elsewhere(Call call) {
        if (isBelow("/api", call.path()) || isBelow("/internal", call.path())) {
            Answers.nothingThere(call.request());
        } else {
            local.ui().answer(call);
        }
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private void negotiate(Call call) {
        var gate = call.route().isOwn() ? local.of(call.route()).gate() : LocalEndpoint.Gate.API;
        if (gate == LocalEndpoint.Gate.OPEN) {
            answer(call);
            return;
        }
        if (gate == LocalEndpoint.Gate.API) {
            var accept = call.request().getHeader(HttpHeaders.ACCEPT);
            var refusal = Negotiation.check(accept, call.parameter("scheme"));
            if (refusal.isPresent()) {
                Answers.detail(
                        call.request(), refusal.get().status(), refusal.get().detail());
                return;
            }
        }
        var asker = new Asker(call.id(), call.address().forwarded());
        exchange.trade(Credential.of(call.request()), asker).onComplete(trade -> signedIn(call, trade));
    }

    private void signedIn(Call call, AsyncResult<Trade> trade) {
        try {
            if (trade.succeeded()) {
                call.signIn(trade.result());
                admit(call);
            } else if (trade.cause() instanceof Refusal refusal) {
                refuse(call, refusal);
            } else {
                failed(call, trade.cause());
            }
        } catch (RuntimeException fault) {
            failed(call, fault);
        }
    }

    private void refuse(Call call, Refusal refusal) {
        var response = call.request().response();
        if (refusal.status() == 401) {
            // A challenge of another scheme would make browsers ask for a password.
            response.putHeader("WWW-Authenticate", "Token");
        } else {
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        Answers.detail(call.request(), refusal.status(), refusal.getMessage());
    }

    private void admit(Call call) {
        var request = call.request();
        if (call.trade().isSession()) {
            var refusal = csrf.check(request, call.address());
            if (refusal.isPresent()) {
                Answers.detail(request, 403, refusal.get());
                return;
            }
        }
        if (call.trade().isAnonymous() && call.route().limited()) {
            var wait = limit.enter(call.address().client());
            if (wait.isPresent()) {
                request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
                Answers.detail(request, 429, AnonymousLimit.message(wait.getAsLong()));
                return;
            }
        }
        answer(call);
    }

    private void answer(Call call) {
        if (call.route().isOwn()) {
            local.of(call.route()).answer(call);
        } else if (options.concerns(call)) {
            options.answer(call);
        } else {
            forwarder.forward(call);
        }
    }

    private static void failed(Call call, Throwable fault) {
        LOG.errorf(fault, "%s %s failed", call.request().method(), call.path());
        if (!call.request().response().headWritten()) {
            Answers.page(call.request(), 500, "Server Error (500)");
        } else {
            call.request().response().reset();
        }
    }
}
