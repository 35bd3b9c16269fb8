package io.limn.task.people;

import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps {@link People} up to date with auth-service. */
@ApplicationScoped
class UserStates implements EventHandler {
    private final People people;

    UserStates(People people) {
        this.people = people;
    }

    @Override
    public String topic() {
        return "limn.users";
    }

    @Override
    public void handle(Event event) {
        if (event.isDeletion()) {
            people.remove(Long.parseLong(event.subject()));
        } else {
            people.put(event.data());
        }
    }
}
