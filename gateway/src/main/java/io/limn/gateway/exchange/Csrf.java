package io.limn.gateway.exchange;

import io.limn.gateway.http.ClientAddress;
import io.limn.gateway.http.Cookies;
import io.limn.gateway.http.Cors;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Protects sessions against pages of other origins that write with the user's cookie. */
@Singleton
public final class Csrf {
    /** Cookie that a page of the own origin can read and sends back in {@link #HEADER}. */
    public static final String COOKIE = "csrftoken";

    private static final String HEADER = "X-CSRFToken";
    private static final String NAMED = "CSRF token from the 'X-Csrftoken' HTTP header";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Set<String> trusted;
    private final Cors cors;

    Csrf(ExchangeConfig config, Cors cors) {
        this.cors = cors;
        trusted = new HashSet<>();
        for (var origin : config.trustedOrigins().orElse(List.of())) {
            trusted.add(origin.toLowerCase(Locale.ROOT));
        }
    }

    /** Why a request that a session signed in is refused; empty when it may pass. */
    public Optional<String> check(HttpServerRequest request, ClientAddress address) {
        if (SAFE.contains(request.method().name())) {
            return Optional.empty();
        }
        return source(request, address)
                .or(() -> token(Cookies.value(request, COOKIE), request.getHeader(HEADER)))
                .map(reason -> "CSRF Failed: " + reason);
    }

    private Optional<String> source(HttpServerRequest request, ClientAddress address) {
        var origin = request.getHeader("Origin");
        if (origin != null) {
            return isOwn(origin, address)
                    ? Optional.empty()
                    : Optional.of("Origin checking failed - " + origin + " does not match any trusted origins.");
        }
        return address.isSecure() ? referer(request.getHeader("Referer"), address) : Optional.empty();
    }

    private boolean isOwn(String origin, ClientAddress address) {
        return origin.equalsIgnoreCase(address.origin())
                || trusted.contains(origin.toLowerCase(Locale.ROOT))
                || cors.allows(origin);
    }

    private Optional<String> referer(String referer, ClientAddress address) {
        if (referer == null) {
            return Optional.of("Referer checking failed - no Referer.");
        }
        URI page;
        try {
            page = URI.create(referer);
        } catch (IllegalArgumentException malformed) {
            return Optional.of("Referer checking failed - Referer is malformed.");
        }
        if (page.getScheme() == null || page.getRawAuthority() == null) {
            return Optional.of("Referer checking failed - Referer is malformed.");
        }
        if (!page.getScheme().equalsIgnoreCase("https")) {
            return Optional.of("Referer checking failed - Referer is insecure while host is secure.");
        }
        return isOwn("https://" + page.getRawAuthority(), address)
                ? Optional.empty()
                : Optional.of("Referer checking failed - " + referer + " does not match any trusted origins.");
    }

    private static Optional<String> token(String cookie, String header) {
        if (cookie == null) {
            return Optional.of("CSRF cookie not set.");
        }
        var malformed = CsrfToken.malformed(cookie);
        if (malformed.isPresent()) {
            return malformed.map(fault -> "CSRF cookie " + fault + ".");
        }
        if (header == null || header.isEmpty()) {
            return Optional.of("CSRF token missing.");
        }
        return CsrfToken.malformed(header)
                .or(() -> CsrfToken.same(cookie, header) ? Optional.empty() : Optional.of("incorrect"))
                .map(fault -> NAMED + " " + fault + ".");
    }
}
