package io.limn.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialExchangeTest {
    private static final Credential CREDENTIAL = new Credential("Token a", null);

    private static final Asker ASKER = new Asker("1", "192.0.2.1");

    private final List<Promise<Trade>> asked = new ArrayList<>();

    private CredentialExchange exchange(Duration refresh) {
        Trader trader = (credential, asker) -> {
            var promise = Promise.<Trade>promise();
            asked.add(promise);
            return promise.future();
        };
        return new CredentialExchange(trader, new CredentialKeys(), new Settings(refresh));
    }

    private static Trade trade(String jwt, Duration life) {
        return new Trade(jwt, Instant.now().plus(life), 1L, "token", false, null);
    }

    private static Trade trade(String jwt) {
        return trade(jwt, Duration.ofMinutes(5));
    }

    @Test
    void whoShowsNothingIsNobody() {
        var exchange = exchange(Duration.ofSeconds(30));
        assertThat(exchange.trade(new Credential(null, null), ASKER).result()).isEqualTo(Trade.NOTHING);
        assertThat(asked).isEmpty();
    }

    @Test
    void aCredentialIsAskedForOnceAtATime() {
        var exchange = exchange(Duration.ofSeconds(30));
        Future<Trade> first = exchange.trade(CREDENTIAL, ASKER);
        Future<Trade> second = exchange.trade(CREDENTIAL, ASKER);
        assertThat(asked).hasSize(1);
        asked.getFirst().complete(trade("one"));
        assertThat(first.result().jwt()).isEqualTo("one");
        assertThat(second.result().jwt()).isEqualTo("one");
    }

    @Test
    void anOldTradeIsGoodWhileTheNewOneIsMade() {
        var exchange = exchange(Duration.ZERO);
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(0).complete(trade("one"));
        assertThat(exchange.trade(CREDENTIAL, ASKER).result().jwt()).isEqualTo("one");
        asked.get(1).complete(trade("two"));
        assertThat(exchange.trade(CREDENTIAL, ASKER).result().jwt()).isEqualTo("two");
    }

    @Test
    void anOldTradeIsGoodWhenAuthIsAway() {
        var exchange = exchange(Duration.ZERO);
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(0).complete(trade("one"));
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(1).fail(Refusal.away());
        assertThat(exchange.trade(CREDENTIAL, ASKER).result().jwt()).isEqualTo("one");
    }

    @Test
    void aCredentialThatBecameWrongIsRefused() {
        var exchange = exchange(Duration.ZERO);
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(0).complete(trade("one"));
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(1).fail(Refusal.wrong("Invalid token."));
        assertThat(exchange.trade(CREDENTIAL, ASKER).cause()).hasMessage("Invalid token.");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aTokenThatEndsIsNotHandedOn() {
        var exchange = exchange(Duration.ofSeconds(30));
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(0).complete(trade("one", Duration.ofSeconds(3)));
        exchange.trade(CREDENTIAL, ASKER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aTradeThatWasUnderWayWhenTheUserChangedIsNotKept() {
        var exchange = exchange(Duration.ofSeconds(30));
        var waiting = exchange.trade(CREDENTIAL, ASKER);
        exchange.forget(1);
        asked.get(0).complete(trade("one"));
        assertThat(waiting.result().jwt()).isEqualTo("one");
        exchange.trade(CREDENTIAL, ASKER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aForgottenUserIsAskedForAgainAndOthersAreNot() {
        var exchange = exchange(Duration.ofSeconds(30));
        exchange.trade(CREDENTIAL, ASKER);
        asked.get(0).complete(trade("one"));
        exchange.forget(2);
        exchange.trade(CREDENTIAL, ASKER);
        assertThat(asked).hasSize(1);
        exchange.forget(1);
        exchange.trade(CREDENTIAL, ASKER);
        assertThat(asked).hasSize(2);
    }

    private record Settings(Duration refresh) implements ExchangeConfig {
        @Override
        public Duration refusal() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int size() {
            return 100;
        }

        @Override
        public Optional<List<String>> trustedOrigins() {
            return Optional.empty();
        }

        @Override
        public boolean secureCookies() {
            return false;
        }
    }
}
