package io.limn.auth.credential;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as the gateway tells it. */
public final class ClientAddress {
    private ClientAddress() {}

    /** The whole {@code X-Forwarded-For}, else the peer's address; {@code null} when neither is known. */
    public static String of(HttpServerRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && !forwarded.isBlank()) {
            return forwarded.strip();
        }
        return request.remoteAddress() == null ? null : request.remoteAddress().host();
    }
}
