package io.limn.auth;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands in for the services that auth-service calls. Each answers 204 and remembers what it was asked, unless a test has
 * made a path of it fail.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "limn.services.task", address + "/task",
                "limn.services.data", address + "/data",
                "limn.services.lambda", address + "/lambda");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var order = exchange.getRequestHeaders().getFirst("X-Order");
            var body = new byte[0];
            if (order == null) {
                calls.add(call);
                exchange.sendResponseHeaders(failing.contains(call) ? 503 : 204, -1);
                return;
            }
            switch (order) {
                case "fail" -> failing.add(new String(exchange.getRequestBody().readAllBytes()));
                case "heal" -> failing.clear();
                default -> body = String.join("\n", calls).getBytes();
            }
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Makes a call fail from now on: {@code DELETE /data/internal/users/5}. */
    public static void fail(String call) {
        order("fail", call);
    }

    /** Lets everything answer again. */
    public static void heal() {
        order("heal", "");
    }

    /** All calls so far that end in some text. */
    public static List<String> calls(String end) {
        return order("tell", "").lines().filter(call -> call.endsWith(end)).toList();
    }

    private static String order(String order, String body) {
        var address = ConfigProvider.getConfig().getValue("limn.services.task", String.class);
        return given().header("X-Order", order).body(body).post(address).asString();
    }
}
