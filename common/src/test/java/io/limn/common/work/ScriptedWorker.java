package io.limn.common.work;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does what a test has written for the key of the work. */
@ApplicationScoped
class ScriptedWorker implements Worker {
    static final String KIND = "scripted";

    interface Script {
        void run(Lease lease) throws Exception;
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<String>> failures = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) throws Exception {
        scripts.get(lease.key()).run(lease);
    }

    @Override
    public void failed(JsonNode payload, String message) {
        failures.computeIfAbsent(payload.path("key").asText(), key -> new CopyOnWriteArrayList<>())
                .add(message);
    }

    void script(String key, Script script) {
        scripts.put(key, script);
    }

    List<String> failures(String key) {
        return failures.getOrDefault(key, List.of());
    }
}
