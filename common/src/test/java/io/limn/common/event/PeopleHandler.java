package io.limn.common.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a compacted topic. */
@ApplicationScoped
class PeopleHandler implements EventHandler {
    private final List<Event> states = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @Override
    public String topic() {
        return "limn.users";
    }

    @Override
    public Set<String> types() {
        return Set.of("users.state");
    }

    @Override
    public void handle(Event event) {
        if (refused.contains(event.subject())) {
            throw new UnprocessableEventException("No such thing");
        }
        states.add(event);
    }

    void refuse(String key) {
        refused.add(key);
    }

    void accept(String key) {
        refused.remove(key);
    }

    List<Event> states(String key) {
        return states.stream().filter(event -> event.subject().equals(key)).toList();
    }
}
