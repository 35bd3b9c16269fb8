package io.limn.gateway.route;

import io.limn.common.api.ApiJson;
import io.limn.gateway.http.EntityTags;
import io.limn.gateway.http.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * Prepares the headers of a request for a service. A service believes what the gateway says of a client, so nothing
 * that a client wrote into those headers may get through; credentials go to nobody, a short-lived token takes their
 * place; cookies go to auth-service alone.
 */
@Singleton
final class RequestHeaders {
    private static final String EVENTS = "text/event-stream";

    /** The API's JSON first; downloads and pictures, which are of their own type, still fit. */
    private static final String ACCEPT = ApiJson.MEDIA_TYPE + ", */*;q=0.1";

    private static final List<String> DROPPED = List.of(
            "Authorization",
            "Forwarded",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Forwarded-Prefix",
            "X-Real-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "Expect",
            "Keep-Alive",
            "Proxy-Connection");

    void prepare(Call call, MultiMap headers) {
        dropNamedByConnection(headers);
        dropOurs(headers);
        DROPPED.forEach(headers::remove);
        if (!call.route().service().equals("auth")) {
            headers.remove(HttpHeaders.COOKIE);
        }
        if (!call.trade().isAnonymous()) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + call.trade().jwt());
        }
        var address = call.address();
        headers.set("X-Forwarded-Host", address.host());
        headers.set("X-Forwarded-Proto", address.scheme());
        headers.set("X-Forwarded-For", address.forwarded());
        headers.set(RequestId.HEADER, call.id());
        accept(headers);
        tags(headers, "If-Match");
        tags(headers, "If-None-Match");
    }

    private static void accept(MultiMap headers) {
        var wanted = headers.get(HttpHeaders.ACCEPT);
        if (wanted != null) {
            headers.set("X-Limn-Accept", wanted);
        }
        if (wanted == null || !wanted.toLowerCase(Locale.ROOT).contains(EVENTS)) {
            headers.set(HttpHeaders.ACCEPT, ACCEPT);
        }
    }

    /** {@code Connection} may name headers that are for the next hop alone. */
    private static void dropNamedByConnection(MultiMap headers) {
        for (var line : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : line.split(",")) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
    }

    private static void dropOurs(MultiMap headers) {
        OwnHeaders.remove(headers);
    }

    private static void tags(MultiMap headers, String name) {
        var tags = headers.get(name);
        if (tags != null) {
            headers.set(name, EntityTags.plain(tags));
        }
    }
}
