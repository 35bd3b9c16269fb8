package io.limn.auth.oidc;

import io.limn.auth.mail.Site;
import io.limn.common.api.ApiException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** The provider of this server, if one is set. Its description is read when it is needed, and kept for an hour. */
@ApplicationScoped
class Providers {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String CALLBACK = "/api/auth/oidc/callback";

    private final OidcConfig config;
    private final ProviderCalls calls;
    private final Site site;
    private volatile Read last;

    private record Read(Provider provider, Instant since) {}

    Providers(OidcConfig config, ProviderCalls calls, Site site) {
        this.config = config;
        this.calls = calls;
        this.site = site;
    }

    /** Refuses a start with half of the settings. */
    void atStart(@Observes StartupEvent start) {
        if (config.issuer().isPresent() && (config.clientId().isEmpty() || !site.isKnown())) {
            throw new IllegalStateException(
                    "limn.auth.oidc.issuer needs limn.auth.oidc.client-id, and limn.site to come back to");
        }
    }

    /**
     * The provider.
     *
     * @throws ApiException 404 when there is none, 503 when it does not answer
     */
    Provider provider() {
        var issuer = config.issuer().orElseThrow(ApiException::notFound);
        var known = last;
        if (known == null || known.since().plus(KEPT).isBefore(Instant.now())) {
            known = new Read(read(issuer), Instant.now());
            last = known;
        }
        return known.provider();
    }

    private Provider read(String issuer) {
        var root = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            return Provider.of(issuer, calls.get(root + "/.well-known/openid-configuration", null));
        } catch (IllegalArgumentException unusable) {
            throw Refused.away(unusable.getMessage());
        }
    }

    /** Where the provider sends people back to. */
    String callback() {
        return site.link(CALLBACK);
    }

    /** Whether cookies are for TLS alone. */
    boolean isSecure() {
        return site.link("").startsWith("https:");
    }
}
