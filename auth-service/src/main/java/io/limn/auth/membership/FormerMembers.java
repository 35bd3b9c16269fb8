package io.limn.auth.membership;

import io.limn.auth.user.UserRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends the memberships of users who are deleted, so that other services learn of each. */
@ApplicationScoped
class FormerMembers {
    private final Memberships memberships;

    FormerMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    void leave(@Observes UserRemoved removed) {
        memberships.ofUser(removed.id()).forEach(memberships::remove);
    }
}
