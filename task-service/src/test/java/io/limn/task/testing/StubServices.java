package io.limn.task.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for auth- and data-service. It answers what a test has put at a path before (PUT with the method in
 * {@code X-Method} and the status in {@code X-Status}), says that no background requests are under way, and 404
 * otherwise.
 */
public class StubServices implements QuarkusTestResourceLifecycleManager {
    private record Answer(int status, byte[] body) {
        static Answer of(int status, String body) {
            return new Answer(status, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("limn.services.auth", address, "limn.services.data", address);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var body = exchange.getRequestBody().readAllBytes();
            var taught = exchange.getRequestHeaders().getFirst("X-Method");
            if (taught != null) {
                int status = Integer.parseInt(exchange.getRequestHeaders().getFirst("X-Status"));
                answers.put(taught + " " + path, new Answer(status, body));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var known = answers.get(exchange.getRequestMethod() + " " + path);
            var answer = known == null ? usual(exchange.getRequestMethod(), path) : known;
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private static Answer usual(String method, String path) {
        if (path.startsWith("/internal/requests/about/")) {
            return method.equals("GET") ? Answer.of(200, "{\"queues\": []}") : Answer.of(204, "");
        }
        return Answer.of(404, "{\"detail\": \"Not found.\"}");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
