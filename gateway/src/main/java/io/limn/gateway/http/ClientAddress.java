package io.limn.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * Under which address a client reached the server, and from where.
 *
 * @param host      host, with a port unless it is the usual one
 * @param scheme    {@code http} or {@code https}
 * @param forwarded the clients and proxies on the way, the nearest last: the value of {@code X-Forwarded-For}
 * @param client    who is counted: what a proxy before the gateway says of the client, else the address itself
 */
public record ClientAddress(String host, String scheme, String forwarded, String client) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    /** The address of a request; {@code trusted} says whether {@code X-Forwarded-*} of the request is believed. */
    public static ClientAddress of(HttpServerRequest request, boolean trusted) {
        var remote = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        var before = trusted ? request.getHeader("X-Forwarded-For") : null;
        var host = trusted ? first(request.getHeader("X-Forwarded-Host")) : null;
        var scheme = trusted ? first(request.getHeader("X-Forwarded-Proto")) : null;
        boolean secure = scheme == null ? request.isSSL() : scheme.equalsIgnoreCase("https");
        return new ClientAddress(
                host == null ? String.valueOf(request.getHeader(HttpHeaders.HOST)) : host,
                secure ? "https" : "http",
                before == null ? remote : before + ", " + remote,
                before == null ? remote : before);
    }

    private static String first(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        int comma = header.indexOf(',');
        return (comma < 0 ? header : header.substring(0, comma)).strip();
    }

    /** Whether links can be built with the host: a strange one is no address but an attempt. */
    public boolean isSound() {
        return HOST.matcher(host).matches();
    }

    /** Scheme, host and port. */
    public String origin() {
        return scheme + "://" + host;
    }

    /** Whether the client speaks to the server over TLS. */
    public boolean isSecure() {
        return scheme.equals("https");
    }
}
