package io.limn.gateway.exchange;

import io.limn.common.identity.ServiceCredentials;
import io.limn.gateway.upstream.Clients;
import io.limn.gateway.upstream.Upstream;
import io.limn.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Asks auth-service for the trade of a credential. */
@Singleton
final class AuthService implements Trader {
    private static final Logger LOG = Logger.getLogger(AuthService.class);
    private static final String PATH = "/internal/exchange";

    private final Upstreams upstreams;
    private final Clients clients;
    private final ServiceCredentials credentials;
    private final ExchangeConfig config;
    private final AtomicBoolean away = new AtomicBoolean();

    AuthService(Upstreams upstreams, Clients clients, ServiceCredentials credentials, ExchangeConfig config) {
        this.upstreams = upstreams;
        this.clients = clients;
        this.credentials = credentials;
        this.config = config;
    }

    @Override
    public Future<Trade> trade(Credential credential, Asker asker) {
        var body = new JsonObject()
                .put("authorization", credential.authorization())
                .put("session", credential.session())
                .toBuffer();
        return ask(upstreams.of("auth").inTurn().iterator(), body, asker)
                .onSuccess(trade -> away.set(false))
                .recover(failure -> Future.failedFuture(failure instanceof Refusal ? failure : missed(failure)));
    }

    /** One line in the log when auth-service goes away, not one for each request meanwhile. */
    private Refusal missed(Throwable failure) {
        if (!away.getAndSet(true)) {
            LOG.warnf("auth-service does not answer: %s", failure);
        }
        return Refusal.away();
    }

    /** A trade changes nothing, so the next replica may be asked whatever went wrong with one. */
    private Future<Trade> ask(Iterator<Upstream> replicas, Buffer body, Asker asker) {
        var replica = replicas.next();
        return ask(replica, body, asker).recover(failure -> {
            if (failure instanceof Refusal) {
                return Future.failedFuture(failure);
            }
            replica.failed();
            return replicas.hasNext() ? ask(replicas, body, asker) : Future.failedFuture(failure);
        });
    }

    private Future<Trade> ask(Upstream replica, Buffer body, Asker asker) {
        var options = replica.options()
                .setMethod(HttpMethod.POST)
                .setURI(PATH)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Authorization", "Bearer " + credentials.token())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "*/*")
                .putHeader("X-Forwarded-For", asker.address())
                .putHeader("X-Request-Id", asker.requestId());
        return clients.here()
                .request(options)
                .compose(request -> request.send(body))
                .compose(AuthService::read);
    }

    private static Future<Trade> read(HttpClientResponse response) {
        return response.body().map(body -> switch (response.statusCode()) {
            case 200 -> Trade.of(body.toJsonObject());
            case 401 -> throw Refusal.wrong(detail(body));
            default -> throw new IllegalStateException("auth-service answered " + response.statusCode());
        });
    }

    private static String detail(Buffer body) {
        try {
            return body.toJsonObject().getString("detail", "Invalid token.");
        } catch (DecodeException | ClassCastException unreadable) {
            return "Invalid token.";
        }
    }
}
