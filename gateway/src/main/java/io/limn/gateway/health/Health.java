package io.limn.gateway.health;

import io.limn.gateway.http.Answers;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code /api/server/health/}: one line for each service; 500 while one is away that the rest cannot do without. A path
 * below it names one service.
 */
@Singleton
final class Health implements LocalEndpoint {
    private static final String PREFIX = "/api/server/health/";

    private final ServiceProbe probe;
    private final HealthConfig config;
    private volatile Future<Map<String, String>> last = Future.failedFuture("nothing was asked yet");
    private volatile long asked;

    Health(ServiceProbe probe, HealthConfig config) {
        this.probe = probe;
        this.config = config;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Gate gate() {
        return Gate.OPEN;
    }

    @Override
    public void answer(Call call) {
        var part = call.path().substring(PREFIX.length()).replace("/", "");
        var context = Vertx.currentContext();
        states().onComplete(states -> context.runOnContext(here -> {
            var all = new TreeMap<>(states.result());
            if (!part.isEmpty()) {
                all.keySet().retainAll(Set.of(part));
            }
            if (all.isEmpty()) {
                Answers.nothingThere(call.request());
            } else {
                send(call, all);
            }
        }));
    }

    /** However many clients ask, the services are asked once at a time. */
    private synchronized Future<Map<String, String>> states() {
        boolean old = System.nanoTime() - asked > config.age().toNanos();
        if (last.failed() || last.isComplete() && old) {
            asked = System.nanoTime();
            last = probe.ask();
        }
        return last;
    }

    private void send(Call call, Map<String, String> states) {
        var request = call.request();
        boolean well = states.entrySet().stream()
                .allMatch(part -> part.getValue().equals(ServiceProbe.WORKING)
                        || !config.required().contains(part.getKey()));
        request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=0, no-cache, no-store, must-revalidate, private");
        var named = new TreeMap<String, String>();
        states.forEach((name, state) -> named.put(name + "-service", state));
        int status = well ? 200 : 500;
        if (wantsJson(call, request)) {
            Answers.send(request, status, "application/json", Json.encodeToBuffer(named));
        } else {
            Answers.send(request, status, Answers.HTML, Buffer.buffer(page(named)));
        }
    }

    private static boolean wantsJson(Call call, HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return "json".equals(call.parameter("format")) || accept != null && accept.contains("application/json");
    }

    private static String page(Map<String, String> states) {
        var rows = new StringBuilder();
        states.forEach((name, state) -> rows.append("<tr><td>")
                .append(name)
                .append("</td><td>")
                .append(state)
                .append("</td></tr>\n"));
        return "<!doctype html>\n<html lang=\"en\"><head><title>Health</title></head><body><h1>Health</h1>\n<table>\n"
                + rows + "</table></body></html>\n";
    }
}
