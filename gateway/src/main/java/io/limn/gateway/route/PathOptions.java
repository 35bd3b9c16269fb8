package io.limn.gateway.route;

import io.limn.common.api.ApiJson;
import io.limn.gateway.http.Answers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code OPTIONS}: any signed-in client may ask what a path takes, whatever he may do there. Pages of an allowed
 * origin ask by {@code OPTIONS} as well, before credentials; that is not meant here.
 */
public final class PathOptions {
    private final PathIndex<Description> paths;
    private final AllowedMethods allowed;

    private record Description(boolean open, Buffer answer) {}

    private PathOptions(PathIndex<Description> paths, AllowedMethods allowed) {
        this.paths = paths;
        this.allowed = allowed;
    }

    /** @param descriptions by path whether it is open to everybody, and the answer */
    static PathOptions of(String descriptions, AllowedMethods allowed) {
        var paths = new LinkedHashMap<List<String>, Description>();
        for (var path : new JsonObject(descriptions)) {
            var entry = (JsonObject) path.getValue();
            paths.put(
                    PathIndex.segments(path.getKey()),
                    new Description(
                            entry.getBoolean("public"),
                            entry.getJsonObject("answer").toBuffer()));
        }
        return new PathOptions(new PathIndex<>(paths), allowed);
    }

    /** Whether the call is one for this class: a service answers what the route table sends it by name. */
    boolean concerns(Call call) {
        return call.request().method().name().equals("OPTIONS")
                && !call.route().methods().contains("OPTIONS")
                && (described(call).isPresent() || allowed.allow(call.path()).isPresent());
    }

    void answer(Call call) {
        var request = call.request();
        var described = described(call);
        boolean open = described.map(Description::open).orElse(false);
        if (call.trade().isAnonymous() && !open) {
            request.response().putHeader("WWW-Authenticate", "Token");
            Answers.detail(request, 401, "Authentication credentials were not provided.");
        } else if (!allowed.allow(call.path())
                .map(methods -> methods.contains("OPTIONS"))
                .orElse(true)) {
            Answers.detail(request, 405, "Method \"OPTIONS\" not allowed.");
        } else {
            Answers.json(request, 200, described.map(Description::answer).orElseGet(PathOptions::undescribed));
        }
    }

    private Optional<Description> described(Call call) {
        return paths.find(call.path());
    }

    /** Places of uploads and addresses that were taken out of the API are not described. */
    private static Buffer undescribed() {
        return new JsonObject()
                .put("name", "")
                .put("description", "")
                .put("renders", new JsonArray().add(ApiJson.MEDIA_TYPE))
                .put("parses", new JsonArray().add("application/json"))
                .toBuffer();
    }
}
