package io.limn.gateway.about;

import io.limn.gateway.http.Answers;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code /analytics}: says to a dashboard's proxy whether the caller may see it, by the status alone. */
@Singleton
final class Analytics implements LocalEndpoint {
    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public Gate gate() {
        return Gate.CALLER;
    }

    @Override
    public void answer(Call call) {
        if (call.trade().isAnonymous()) {
            call.request().response().putHeader("WWW-Authenticate", "Token");
            Answers.detail(call.request(), 401, "Authentication credentials were not provided.");
        } else if (isAdmin(claims(call.trade().jwt()))) {
            Answers.empty(call.request(), 200);
        } else {
            Answers.detail(call.request(), 403, "You do not have permission to perform this action.");
        }
    }

    private static boolean isAdmin(JsonObject claims) {
        return claims.getBoolean("superuser", false)
                || claims.getJsonArray("groups", new JsonArray()).contains("admin");
    }

    /** The token comes from auth-service itself a moment ago, so its signature need not be checked. */
    private static JsonObject claims(String jwt) {
        var parts = jwt.split("\\.");
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
