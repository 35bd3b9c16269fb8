package io.limn.common.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Remembers what it applied by key, and fails for a key as long as a test says so. */
@ApplicationScoped
class ScriptedHandler implements EventHandler {
    static final String TOPIC = "limn.scripted";

    private final Map<String, Queue<Event>> applied = new ConcurrentHashMap<>();
    private final Map<String, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void handle(Event event) {
        var failure = failures.get(event.subject());
        if (failure != null) {
            throw failure.get();
        }
        applied.computeIfAbsent(event.subject(), key -> new ConcurrentLinkedQueue<>())
                .add(event);
    }

    void fail(String key, Supplier<RuntimeException> failure) {
        failures.put(key, failure);
    }

    void mend(String key) {
        failures.remove(key);
    }

    List<Event> events(String key) {
        return List.copyOf(applied.getOrDefault(key, new ConcurrentLinkedQueue<>()));
    }

    List<Integer> numbers(String key) {
        return events(key).stream()
                .map(event -> event.data().path("number").asInt())
                .toList();
    }
}
