package io.limn.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

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
        var known = headers.getAll(HttpHeaders.VARY);
        var all = new StringBuilder(String.join(", ", known));
        for (var name : names) {
            if (!names(all, name)) {
                all.append(all.isEmpty() ? "" : ", ").append(name);
            }
        }
        headers.set(HttpHeaders.VARY, all.toString());
    }

    private static boolean names(StringBuilder list, String name) {
        var text = list.toString();
        for (int start = 0; start <= text.length() - name.length(); start++) {
            int end = start + name.length();
            if (text.regionMatches(true, start, name, 0, name.length())
                    && (start == 0 || " ,".indexOf(text.charAt(start - 1)) >= 0)
                    && (end == text.length() || " ,".indexOf(text.charAt(end)) >= 0)) {
                return true;
            }
        }
        return false;
    }
}
