package io.limn.auth.oidc;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;

/** Trades the code that a browser brings for what the provider says of the person. */
@ApplicationScoped
class CodeTrade {
    private final Providers providers;
    private final ProviderCalls calls;
    private final OidcConfig config;
    private final IdTokens tokens;
    private final Claims claims;

    CodeTrade(Providers providers, ProviderCalls calls, OidcConfig config, IdTokens tokens, Claims claims) {
        this.providers = providers;
        this.calls = calls;
        this.config = config;
        this.tokens = tokens;
        this.claims = claims;
    }

    /**
     * Who signed in.
     *
     * @throws ApiException 400 when code or token is not right, 503 when the provider does not answer
     */
    Person person(String code, Flow flow) {
        var provider = providers.provider();
        var answer = trade(provider, code, flow);
        if (answer.status() >= 500) {
            throw Refused.away("it answers " + answer.status());
        }
        var token = answer.text("id_token");
        if (answer.status() != 200 || token == null) {
            throw Refused.because("the identity provider did not accept the code");
        }
        var stated = tokens.check(provider, token, flow.nonce());
        return claims.person(stated, () -> more(provider, answer.text("access_token")));
    }

    private ProviderCalls.Answer trade(Provider provider, String code, Flow flow) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", providers.callback());
        form.put("code_verifier", flow.verifier());
        var id = config.clientId().orElseThrow();
        var secret = config.clientSecret();
        if (secret.isPresent() && provider.basic()) {
            var pair = ProviderCalls.encode(id) + ":" + ProviderCalls.encode(secret.get());
            var header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return calls.post(provider.token(), form, header);
        }
        form.put("client_id", id);
        secret.ifPresent(text -> form.put("client_secret", text));
        return calls.post(provider.token(), form, null);
    }

    /** What the token does not state; nothing when the provider tells no more. */
    private ProviderCalls.Answer more(Provider provider, String accessToken) {
        return provider.userinfo() == null || accessToken == null
                ? null
                : calls.get(provider.userinfo(), "Bearer " + accessToken);
    }
}
