package io.limn.common.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees the events of a topic outside of the group. */
@ApplicationScoped
class OverhearingHandler implements EventHandler {
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    @Override
    public String topic() {
        return ScriptedHandler.TOPIC;
    }

    @Override
    public boolean broadcast() {
        return true;
    }

    @Override
    public void handle(Event event) {
        keys.add(event.subject());
    }

    boolean hasSeen(String key) {
        return keys.contains(key);
    }
}
