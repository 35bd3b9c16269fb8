package io.limn.auth.organization;

import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the other services about organizations, in the transaction of the change. */
@ApplicationScoped
class OrganizationEvents {
    private static final String STATES = "limn.organizations";

    private final Outbox outbox;

    OrganizationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** An organization is new, or different now. */
    void changed(Organization organization) {
        outbox.publishState(STATES, String.valueOf(organization.id()), OrganizationState.of(organization));
    }

    /** An organization is gone. */
    void deleted(long id) {
        outbox.publishState(STATES, String.valueOf(id), null);
    }
}
