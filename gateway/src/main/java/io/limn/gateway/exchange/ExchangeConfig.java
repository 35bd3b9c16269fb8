package io.limn.gateway.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How credentials are traded for tokens of users. */
@ConfigMapping(prefix = "limn.gateway.exchange")
public interface ExchangeConfig {
    /** The age from which on a trade is made anew in the background. */
    @WithDefault("30s")
    Duration refresh();

    /** How long a refusal is remembered. */
    @WithDefault("1s")
    Duration refusal();

    /** How long auth-service may take. */
    @WithDefault("10s")
    Duration timeout();

    /** Trades that are remembered at most. */
    @WithDefault("20000")
    int size();

    /** Further origins ({@code https://host:port}) whose pages may write with a session cookie. */
    Optional<List<String>> trustedOrigins();

    /** Whether cookies are for TLS alone. */
    @WithDefault("${limn.auth.sessions.secure:false}")
    boolean secureCookies();
}
