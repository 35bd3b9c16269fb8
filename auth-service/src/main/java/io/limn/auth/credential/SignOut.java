package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.UserEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Ends what a user is signed in by. */
@ApplicationScoped
class SignOut {
    private final Sessions sessions;
    private final PermanentKeys keys;
    private final UserEvents events;
    private final Audit audit;

    SignOut(Sessions sessions, PermanentKeys keys, UserEvents events, Audit audit) {
        this.sessions = sessions;
        this.keys = keys;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Ends a session and the permanent key of a user.
     *
     * @param userId  the user, {@code null} when he is not known
     * @param session id of the session, {@code null} when there is none
     */
    @Transactional
    void of(Long userId, String session) {
        sessions.end(session);
        if (userId != null) {
            keys.delete(userId);
            events.identityChanged(userId, UserEvents.Reason.LOGOUT);
            audit.record(AuditEntry.of("logout").user(userId));
        }
    }
}
