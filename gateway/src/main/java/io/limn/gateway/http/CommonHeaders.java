package io.limn.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.Locale;

/** Headers of every answer, whoever gave it. */
public final class CommonHeaders {
    private CommonHeaders() {}

    /** Sets them; what a page or service said itself about framing and isolation stays. */
    public static void apply(MultiMap headers, String requestId, boolean api) {
        headers.set(RequestId.HEADER, requestId);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!headers.contains("X-Frame-Options")) {
            headers.set("X-Frame-Options", "DENY");
        }
        if (api) {
            vary(headers, "Accept", "Cookie");
        }
        headers.remove(HttpHeaders.SERVER);
    }

    /** Adds names to {@code Vary} that are not there yet. */
    public static void vary(MultiMap headers, String... names) {
        var all = new LinkedHashSet<String>();
        var known = new LinkedHashSet<String>();
        for (var line : headers.getAll(HttpHeaders.VARY)) {
            for (var name : line.split(",")) {
                if (known.add(name.strip().toLowerCase(Locale.ROOT))) {
                    all.add(name.strip());
                }
            }
        }
        for (var name : names) {
            if (known.add(name.toLowerCase(Locale.ROOT))) {
                all.add(name);
            }
        }
        headers.set(HttpHeaders.VARY, String.join(", ", all));
    }
}
