package io.limn.auth.oidc;

import static io.limn.auth.oidc.ProviderCalls.encode;

import io.limn.auth.credential.Digests;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/** Where a browser is sent to sign in. */
@ApplicationScoped
class AuthorizationLink {
    private final Providers providers;
    private final OidcConfig config;

    AuthorizationLink(Providers providers, OidcConfig config) {
        this.providers = providers;
        this.config = config;
    }

    /**
     * Demands that there is a provider.
     *
     * @throws ApiException 404 when there is none
     */
    void check() {
        if (config.issuer().isEmpty()) {
            throw ApiException.notFound();
        }
    }

    /**
     * Demands that an answer is of our provider, if it says whose it is.
     *
     * @throws ApiException 400 when it is another's
     */
    void checkIssuer(String issuer) {
        if (issuer != null && !config.issuer().orElseThrow().equals(issuer)) {
            throw Refused.because("the answer is of another identity provider");
        }
    }

    /** The provider's page for a sign-in. */
    String of(Flow flow) {
        var page = providers.provider().authorization();
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(flow.verifier()));
        return page + (page.contains("?") ? "&" : "?") + "response_type=code&client_id="
                + encode(config.clientId().orElseThrow()) + "&redirect_uri=" + encode(providers.callback())
                + "&scope=" + encode(String.join(" ", config.scopes())) + "&state=" + flow.state() + "&nonce="
                + flow.nonce() + "&code_challenge=" + challenge + "&code_challenge_method=S256";
    }
}
