package io.limn.auth.exchange;

import io.limn.auth.credential.ClientAddress;
import io.limn.common.api.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Where the gateway trades clients' credentials for tokens of users. */
@Path("/internal/exchange")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExchangeResource {
    private final Exchange exchange;

    ExchangeResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * What a client showed.
     *
     * @param authorization its header, {@code null} when absent
     * @param session       its session cookie, {@code null} when absent
     */
    record Shown(String authorization, String session) {
        /** Never the credentials. */
        @Override
        public String toString() {
            return "Shown";
        }
    }

    /**
     * Trades a credential. A sign-in that is throttled is refused as a wrong one is, with a text that says so: the
     * gateway takes every other status for a failure of this service.
     */
    @POST
    public Trade trade(Shown shown, HttpServerRequest request) {
        if (shown == null) {
            return Trade.NOBODY;
        }
        var forwarded = request.getHeader("X-Forwarded-For") != null;
        try {
            return exchange.trade(shown.authorization(), shown.session(), forwarded ? ClientAddress.of(request) : null);
        } catch (ApiException refused) {
            if (refused.status() == 429 && refused.body() instanceof Map<?, ?> body) {
                throw Refusal.of(String.valueOf(body.get("detail")));
            }
            throw refused;
        }
    }
}
