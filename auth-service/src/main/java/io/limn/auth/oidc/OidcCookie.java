package io.limn.auth.oidc;

import jakarta.enterprise.context.ApplicationScoped;

/** Marks the browser in which a sign-in was begun, so that its end is of no use in another one. */
@ApplicationScoped
class OidcCookie {
    static final String NAME = "oidcflow";

    private final Providers providers;
    private final OidcConfig config;

    OidcCookie(Providers providers, OidcConfig config) {
        this.providers = providers;
        this.config = config;
    }

    /** For a sign-in that begins. */
    String begin(Flow flow) {
        return cookie(flow.browser(), config.flow().toSeconds());
    }

    /** For one that is over. */
    String end() {
        return cookie("\"\"", 0);
    }

    /** Attributes without a value never come last, as in the cookies of sessions. */
    private String cookie(String value, long age) {
        return NAME + "=" + value + "; HttpOnly; " + (providers.isSecure() ? "Secure; " : "") + "Max-Age=" + age
                + "; Path=/api/auth/oidc; SameSite=Lax";
    }
}
