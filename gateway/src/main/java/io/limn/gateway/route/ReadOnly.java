package io.limn.gateway.route;

import io.limn.common.api.ApiJson;
import io.limn.gateway.http.Answers;
import java.util.List;
import java.util.Map;

/** The methods of an endpoint that can only be read. */
public final class ReadOnly {
    private static final String UNKNOWN = "Authentication credentials were not provided.";

    private ReadOnly() {}

    /**
     * Whether a call goes on to be answered; otherwise it has been refused or described.
     *
     * @param open whether anonymous clients may read
     */
    public static boolean admits(Call call, boolean open, String name) {
        var request = call.request();
        var method = request.method().name();
        boolean reading = method.equals("GET") || method.equals("HEAD");
        boolean harmless = reading || method.equals("OPTIONS");
        if (call.trade().isAnonymous() && !(open && harmless)) {
            request.response().putHeader("WWW-Authenticate", "Token");
            Answers.detail(request, 401, UNKNOWN);
            return false;
        }
        if (reading) {
            return true;
        }
        if (harmless) {
            Answers.json(request, 200, description(name));
        } else {
            request.response().putHeader("Allow", "GET, HEAD, OPTIONS");
            Answers.detail(request, 405, "Method \"" + method + "\" not allowed.");
        }
        return false;
    }

    private static Map<String, Object> description(String name) {
        return Map.of(
                "name",
                name,
                "description",
                "",
                "renders",
                List.of(ApiJson.MEDIA_TYPE),
                "parses",
                List.of("application/json"));
    }
}
