package io.limn.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limn.common.testing.JvmWide;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Stands in for task-, data- and lambda-service: they do what they are told, unless a test sends one of them away. */
public class OtherServices implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var base = "http://127.0.0.1:" + ask("port").getFirst();
        return Map.of(
                "limn.services.task", base + "/task",
                "limn.services.data", base + "/data",
                "limn.services.lambda", base + "/lambda");
    }

    @Override
    public void stop() {}

    /** What they were told so far, such as {@code task DELETE /internal/organizations/5}, in order. */
    public static List<String> told() {
        return ask("told");
    }

    /** Has a service fail while something is done. */
    public static void without(String service, Runnable work) {
        ask("away " + service);
        try {
            work.run();
        } finally {
            ask("back " + service);
        }
    }

    /** The server belongs to the class loader that came first; the others speak to it in words. */
    private static List<String> ask(String words) {
        Function<String, List<String>> server = JvmWide.once("other services", OtherServices::serve);
        return server.apply(words);
    }

    private static Function<String, List<String>> serve() {
        var told = new ConcurrentLinkedQueue<String>();
        var away = new ConcurrentLinkedQueue<String>();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, told, away));
            server.start();
            return words -> switch (words.split(" ")[0]) {
                case "port" -> List.of(String.valueOf(server.getAddress().getPort()));
                case "away" -> List.of(String.valueOf(away.add(words.split(" ")[1])));
                case "back" -> List.of(String.valueOf(away.remove(words.split(" ")[1])));
                default -> List.copyOf(told);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(
            HttpExchange exchange, ConcurrentLinkedQueue<String> told, ConcurrentLinkedQueue<String> away)
            throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString().substring(1);
            var service = path.substring(0, path.indexOf('/'));
            if (away.contains(service)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            told.add(service + " " + exchange.getRequestMethod() + " " + path.substring(service.length()));
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
