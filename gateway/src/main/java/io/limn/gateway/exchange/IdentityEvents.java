package io.limn.gateway.exchange;

import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import jakarta.inject.Singleton;
import java.util.Set;

/** Forgets what a user's credentials were worth as soon as auth-service says that something about him changed. */
@Singleton
final class IdentityEvents implements EventHandler {
    private final CredentialExchange exchange;

    IdentityEvents(CredentialExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public String topic() {
        return "limn.identity";
    }

    @Override
    public Set<String> types() {
        return Set.of("identity.changed");
    }

    /** Each replica has trades of its own. */
    @Override
    public boolean broadcast() {
        return true;
    }

    @Override
    public void handle(Event event) {
        var user = event.data().path("user_id");
        if (user.canConvertToLong()) {
            exchange.forget(user.asLong());
        } else {
            exchange.forgetAll();
        }
    }
}
