package io.limn.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Waits for the work that the suite does after an answer. */
public final class BackgroundRequests {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ApiClient client;

    public BackgroundRequests(ApiClient client) {
        this.client = client;
    }

    /**
     * Polls until the request has finished.
     *
     * @param watcher sees every state on the way
     * @return the finished request
     * @throws IllegalStateException when it fails or takes longer
     */
    public JsonNode await(String id, Duration longest, Consumer<JsonNode> watcher) {
        long end = System.nanoTime() + longest.toNanos();
        String path = "/api/requests/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        while (true) {
            JsonNode request = client.get(path);
            watcher.accept(request);
            switch (request.path("status").asText()) {
                case "finished" -> {
                    return request;
                }
                case "failed" ->
                    throw new IllegalStateException("request " + id + " failed: "
                            + request.path("message").asText());
                default -> LockSupport.parkNanos(PAUSE.toNanos());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("request " + id + " took longer than " + longest + ": " + request);
            }
        }
    }

    public JsonNode await(String id, Duration longest) {
        return await(id, longest, request -> {});
    }
}
