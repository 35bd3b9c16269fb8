package io.limn.gateway.http;

import java.util.Locale;

/** Reads {@code Accept-Encoding}. */
public final class Encodings {
    private Encodings() {}

    /** Whether a list of codings has gzip, and not only to refuse it. */
    public static boolean acceptsGzip(String codings) {
        if (codings == null) {
            return false;
        }
        for (var coding : codings.toLowerCase(Locale.ROOT).split(",")) {
            var parts = coding.split(";");
            var name = parts.length == 0 ? "" : parts[0].strip();
            if (name.equals("gzip") || name.equals("*")) {
                return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
