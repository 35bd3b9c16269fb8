package io.limn.gateway.exchange;

import io.limn.gateway.http.Cookies;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a client shows of itself.
 *
 * @param authorization the {@code Authorization} header as sent; null when there is none
 * @param session       the session cookie; null when there is none
 */
public record Credential(String authorization, String session) {
    /** The credential of a request. */
    public static Credential of(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        return new Credential(
                header == null || header.isBlank() ? null : header, Cookies.value(request, SessionCookies.SESSION));
    }

    /** Whether the client shows nothing at all. */
    public boolean isEmpty() {
        return authorization == null && session == null;
    }

    /** Never the credential itself: records find their way into logs. */
    @Override
    public String toString() {
        return "Credential[authorization=" + (authorization != null) + ", session=" + (session != null) + "]";
    }
}
