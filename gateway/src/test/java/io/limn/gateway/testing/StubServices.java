package io.limn.gateway.testing;

import io.limn.common.testing.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The services around the gateway, each a stub; of task-service two replicas live and one is dead, as is lambda-service. */
public class StubServices implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        var dead = "http://127.0.0.1:" + Ports.free();
        var tasks = new StubService(vertx, "task").start() + "," + new StubService(vertx, "task").start();
        var data = new StubService(vertx, "data-1").start() + "," + new StubService(vertx, "data-2").start();
        var auth = new StubAuth(vertx).start();
        return Map.ofEntries(
                Map.entry("limn.services.auth", auth),
                Map.entry("limn.services.task", tasks + "," + dead),
                Map.entry("limn.services.data", data),
                Map.entry("limn.services.lambda", dead),
                Map.entry("limn.gateway.health.readiness.auth", auth),
                Map.entry("limn.gateway.health.readiness.task", tasks),
                Map.entry("limn.gateway.health.readiness.data", data),
                Map.entry("limn.gateway.health.readiness.lambda", dead),
                Map.entry("limn.gateway.forward.answer-timeout", "1s"),
                Map.entry("limn.gateway.forward.json-limit", "1M"),
                Map.entry("limn.gateway.limit.anonymous", "5"),
                Map.entry("limn.gateway.cors.origins", "http://localhost:3000"),
                Map.entry("limn.gateway.ui", userInterface()));
    }

    private static String userInterface() {
        try {
            var folder = Files.createTempDirectory("limn-ui");
            Files.createDirectory(folder.resolve("assets"));
            Files.writeString(folder.resolve("index.html"), "<!doctype html><title>The application</title>");
            Files.writeString(folder.resolve("assets").resolve("code-1a2b.js"), "start()");
            Files.writeString(folder.resolve("assets").resolve("worker-3c4d.mjs"), "work()");
            return folder.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        vertx.close();
    }
}
