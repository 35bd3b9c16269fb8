package io.limn.gateway.exchange;

import io.vertx.core.Future;

/** Trades credentials for tokens. */
interface Trader {
    /** The trade of a credential; fails with a {@link Refusal}. */
    Future<Trade> trade(Credential credential, Asker asker);
}
