package io.limn.auth.membership;

import io.limn.auth.user.UserEvents;
import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the other services about memberships, in the transaction of the change. Tokens state them, so those are void. */
@ApplicationScoped
class MembershipEvents {
    private static final String STATES = "limn.memberships";

    private final Outbox outbox;
    private final UserEvents users;

    MembershipEvents(Outbox outbox, UserEvents users) {
        this.outbox = outbox;
        this.users = users;
    }

    /** A membership is new, or different now. */
    void changed(Membership membership) {
        outbox.publishState(STATES, String.valueOf(membership.id()), MembershipState.of(membership));
        users.identityChanged(membership.user(), UserEvents.Reason.CHANGED);
    }

    /** A membership has ended. */
    void ended(Membership membership) {
        outbox.publishState(STATES, String.valueOf(membership.id()), null);
        users.identityChanged(membership.user(), UserEvents.Reason.CHANGED);
    }
}
