package io.limn.auth.exchange;

import io.limn.common.api.ApiException;
import java.util.Locale;

/**
 * The {@code Authorization} header of a client.
 *
 * @param scheme what it is
 * @param words  what follows the name of the scheme
 */
record AuthorizationHeader(Scheme scheme, String[] words) {
    /** Schemes that mean something here; others count as no credential. */
    enum Scheme {
        TOKEN,
        BEARER,
        BASIC,
        OTHER
    }

    private static final AuthorizationHeader NONE = new AuthorizationHeader(Scheme.OTHER, new String[0]);

    static AuthorizationHeader parse(String header) {
        if (header == null || header.isBlank()) {
            return NONE;
        }
        var parts = header.strip().split("\\s+", 2);
        var words = parts.length == 1 ? new String[0] : parts[1].split("\\s+");
        var scheme =
                switch (parts[0].toLowerCase(Locale.ROOT)) {
                    case "token" -> Scheme.TOKEN;
                    case "bearer" -> Scheme.BEARER;
                    case "basic" -> Scheme.BASIC;
                    default -> Scheme.OTHER;
                };
        return new AuthorizationHeader(scheme, words);
    }

    /**
     * The one word of the credential.
     *
     * @throws ApiException 401 when there is none or more than one
     */
    String credential() {
        boolean basic = scheme == Scheme.BASIC;
        var prefix = "Invalid " + (basic ? "basic" : "token") + " header. ";
        if (words.length == 0) {
            throw Refusal.of(prefix + "No credentials provided.");
        }
        if (words.length > 1) {
            throw Refusal.of(prefix + (basic ? "Credentials" : "Token") + " string should not contain spaces.");
        }
        return words[0];
    }
}
