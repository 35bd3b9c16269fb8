package io.limn.gateway.http;

import io.vertx.core.http.HttpServerRequest;

/** Cookies of a request, as they were sent: a name or value that a strict parser refuses does not hide the others. */
public final class Cookies {
    private Cookies() {}

    /** The value of a cookie; null when the request does not carry it or its value is empty. */
    public static String value(HttpServerRequest request, String name) {
        for (var header : request.headers().getAll("Cookie")) {
            for (var part : header.split(";")) {
                var cookie = part.strip();
                if (cookie.length() > name.length() + 1
                        && cookie.charAt(name.length()) == '='
                        && cookie.startsWith(name)) {
                    return unquoted(cookie.substring(name.length() + 1));
                }
            }
        }
        return null;
    }

    private static String unquoted(String value) {
        var bare = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
        return bare.isEmpty() ? null : bare;
    }
}
