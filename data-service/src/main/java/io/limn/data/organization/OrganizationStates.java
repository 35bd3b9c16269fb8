package io.limn.data.organization;

import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets go of what came into an organization while it was being deleted. */
@ApplicationScoped
class OrganizationStates implements EventHandler {
    private final OrganizationObjects objects;

    OrganizationStates(OrganizationObjects objects) {
        this.objects = objects;
    }

    @Override
    public String topic() {
        return "limn.organizations";
    }

    @Override
    public void handle(Event event) {
        if (event.isDeletion()) {
            objects.release(Long.parseLong(event.subject()));
        }
    }
}
