package io.limn.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for auth-service. {@code Token user-<id>} and {@code Token admin-<id>} are right, as is the session
 * {@code live-<id>}; {@code inactive} is a session that is nobody's but goes on; every other session is over. Tests
 * count its trades and switch it off by {@code GET /stub/trades} and {@code POST /stub/away?away=true}.
 */
final class StubAuth {
    private final StubService echo;
    private final AtomicInteger trades = new AtomicInteger();
    private volatile boolean away;

    StubAuth(Vertx vertx) {
        echo = new StubService(vertx, "auth") {
            @Override
            void handle(HttpServerRequest request) {
                switch (request.path()) {
                    case "/internal/exchange" -> request.bodyHandler(body -> trade(request, body.toJsonObject()));
                    case "/stub/trades" -> request.response().end(String.valueOf(trades.get()));
                    case "/stub/away" -> {
                        away = Boolean.parseBoolean(request.getParam("away"));
                        request.response().end();
                    }
                    default -> super.handle(request);
                }
            }
        };
    }

    String start() {
        return echo.start();
    }

    private void trade(HttpServerRequest request, JsonObject credential) {
        trades.incrementAndGet();
        var caller = request.getHeader("Authorization");
        if (away || caller == null || !caller.startsWith("Bearer ey")) {
            request.connection().close();
            return;
        }
        var authorization = credential.getString("authorization");
        var session = credential.getString("session");
        if (authorization != null && authorization.startsWith("Token ")) {
            var parts = authorization.substring(6).split("-");
            if (parts.length == 2) {
                answer(request, user(Long.parseLong(parts[1]), parts[0]).put("sign_in", "token"));
            } else {
                request.response()
                        .setStatusCode(401)
                        .end(new JsonObject()
                                .put("detail", "Invalid token.")
                                .put("challenge", "Token")
                                .encode());
            }
        } else if (session != null && session.startsWith("live-")) {
            answer(
                    request,
                    user(Long.parseLong(session.substring(5)), "user")
                            .put("sign_in", "session")
                            .put("session_max_age", 1_209_600));
        } else {
            answer(request, new JsonObject().put("session_ended", session != null && !session.equals("inactive")));
        }
    }

    private static JsonObject user(long id, String group) {
        var claims = new JsonObject().put("sub", String.valueOf(id)).put("groups", new JsonArray().add(group));
        var payload = Base64.getUrlEncoder().encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8));
        return new JsonObject()
                .put("jwt", "head." + payload + ".signature-" + group + "-" + id)
                .put("expires_at", Instant.now().plusSeconds(300).getEpochSecond())
                .put("user_id", id);
    }

    private static void answer(HttpServerRequest request, JsonObject trade) {
        request.response().putHeader("Content-Type", "application/json").end(trade.encode());
    }
}
