package io.limn.gateway.ui;

import io.limn.gateway.http.Cookies;
import io.limn.gateway.route.Call;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends browsers to the identity provider where there is one: the user interface has no button for that. The page with
 * the form of names and passwords stays at {@code /auth/login?local}, for accounts of our own.
 */
@Singleton
final class LoginElsewhere {
    private static final String FORM = "/auth/login";
    private static final String BEGIN = "/api/auth/oidc/login?next=";

    private final boolean used;

    LoginElsewhere(@ConfigProperty(name = "limn.auth.oidc.issuer") Optional<String> issuer) {
        used = issuer.filter(address -> !address.isBlank()).isPresent();
    }

    /** Where a browser that asks for a page has to go first; empty when the page can be shown. */
    Optional<String> before(Call call) {
        if (!used) {
            return Optional.empty();
        }
        var request = call.request();
        if (isForm(call.path())) {
            return form(call.parameter("local") != null, call.parameter("next"));
        }
        boolean signedIn = Cookies.value(request, "sessionid") != null;
        return page(call.path(), request.query(), signedIn);
    }

    private static boolean isForm(String path) {
        return path.equals(FORM) || path.equals(FORM + "/");
    }

    static Optional<String> form(boolean local, String next) {
        return local ? Optional.empty() : Optional.of(begin(next == null ? "/" : next));
    }

    /** Pages below {@code /auth} are for people who are not signed in; all others send them to the form anyway. */
    static Optional<String> page(String path, String query, boolean signedIn) {
        return signedIn || path.startsWith("/auth/")
                ? Optional.empty()
                : Optional.of(begin(query == null ? path : path + "?" + query));
    }

    private static String begin(String next) {
        return BEGIN + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
