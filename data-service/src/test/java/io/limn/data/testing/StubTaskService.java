package io.limn.data.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for task-service, and for auth-service, where all users but {@link UploadAnswers#GONE} are active: it answers what a test has put at a path before (PUT with the method in {@code X-Method} and the status in
 * {@code X-Status}), what {@link UploadAnswers} say to uploads, and 404 otherwise.
 */
public class StubTaskService implements QuarkusTestResourceLifecycleManager {
    private record Answer(int status, byte[] body) {}

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
        return Map.of("limn.services.task", address, "limn.services.auth", address);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String taught = exchange.getRequestHeaders().getFirst("X-Method");
            if (taught != null) {
                int status = Integer.parseInt(exchange.getRequestHeaders().getFirst("X-Status"));
                answers.put(taught + " " + path, new Answer(status, body));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            Answer answer = answers.get(method + " " + path);
            if (answer == null) {
                var usual = UploadAnswers.of(path);
                answer = new Answer(usual.status(), usual.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
