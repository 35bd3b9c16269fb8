package io.limn.auth.user;

import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Tells the other services about users, in the transaction of the change. */
@ApplicationScoped
public class UserEvents {
    private static final String STATES = "limn.users";
    private static final String IDENTITY = "limn.identity";

    /** Why what a credential was traded for must be forgotten. */
    public enum Reason {
        PASSWORD,
        LOGOUT,
        DELETED,
        CHANGED,
        TOKEN
    }

    /**
     * The data of {@code identity.changed}.
     *
     * @param userId the user
     * @param reason what happened to his credentials
     */
    record IdentityChanged(long userId, String reason) {}

    private final Outbox outbox;

    UserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A user is new, or looks different now. */
    public void changed(User user) {
        outbox.publishState(STATES, String.valueOf(user.id()), user.state());
    }

    /** A user is gone who never signed in. */
    public void forgotten(long id) {
        outbox.publishState(STATES, String.valueOf(id), null);
    }

    /** A user is gone. */
    void deleted(long id) {
        outbox.publishState(STATES, String.valueOf(id), null);
        identityChanged(id, Reason.DELETED);
    }

    /** What a user's credentials are worth has changed: trades of them that are kept anywhere are void. */
    public void identityChanged(long userId, Reason reason) {
        outbox.add(
                IDENTITY,
                String.valueOf(userId),
                "identity.changed",
                new IdentityChanged(userId, reason.name().toLowerCase(Locale.ROOT)));
    }
}
