package io.limn.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Answers as task-service does. What it answers depends on the task's id alone: {@link #MISSING}, {@link #FORBIDDEN},
 * {@link #HAS_DATA}; tasks from {@link #SEGMENTED} on have two frames a job; all others take data. The data record of a
 * task has its id plus a million.
 */
public class TaskServiceStub implements QuarkusTestResourceLifecycleManager {
    public static final long MISSING = 404;
    public static final long FORBIDDEN = 403;
    public static final long HAS_DATA = 400;
    public static final long SEGMENTED = 500_000_000;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/internal/tasks/", TaskServiceStub::answer);
            server.start();
            return Map.of("limn.services.task", "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        long id = Long.parseLong(path[3]);
        if (id == MISSING) {
            send(exchange, 404, "{\"detail\":\"No Task matches the given query.\"}");
        } else if (id == FORBIDDEN) {
            send(exchange, 403, "{\"detail\":\"You do not have permission to perform this action.\"}");
        } else if (path[path.length - 1].equals("parameters")) {
            send(exchange, 204, "");
        } else if (path[path.length - 1].equals("attach")) {
            send(exchange, id == HAS_DATA ? 400 : 200, id == HAS_DATA ? "\"Adding more data is not supported\"" : task(id));
        } else {
            send(exchange, 200, task(id));
        }
    }

    private static String task(long id) {
        return """
                {"task_id": %d, "data_id": %d, "project_id": null, "organization_id": null, "organization_slug": null,
                 "name": "a task", "owner_id": 11, "segment_size": %d, "overlap": null, "consensus_replicas": 0,
                 "size": 0, "dimension_of_project": null}"""
                .formatted(id, id + 1_000_000, id >= SEGMENTED ? 2 : 0);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
