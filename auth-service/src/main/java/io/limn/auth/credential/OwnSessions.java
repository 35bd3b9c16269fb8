package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.UserEvents;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a user sees of his sessions, and how he ends one from afar. */
@ApplicationScoped
class OwnSessions {
    private final EntityManager database;
    private final UserEvents events;
    private final Audit audit;

    OwnSessions(EntityManager database, UserEvents events, Audit audit) {
        this.database = database;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Sessions in the order of their ids; those that have ended meanwhile are left out.
     *
     * @param current id of the browser's own session, {@code null} when there is none
     */
    List<SessionView> views(List<Long> ids, String current) {
        var own = current == null ? null : Digests.sha256(current);
        var found = database.createQuery("SELECT s FROM Session s WHERE s.number IN (:ids)", Session.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Session::number, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(session -> session.view(Arrays.equals(own, session.idHash())))
                .toList();
    }

    /**
     * Ends a session of a user.
     *
     * @throws ApiException 404 when he has none of this id
     */
    @Transactional
    void end(long userId, long id) {
        int ended = database.createQuery("DELETE FROM Session s WHERE s.number = :id AND s.userId = :user")
                .setParameter("id", id)
                .setParameter("user", userId)
                .executeUpdate();
        if (ended == 0) {
            throw ApiException.notFound("Session");
        }
        events.identityChanged(userId, UserEvents.Reason.LOGOUT);
        audit.record(AuditEntry.of("session.ended").user(userId).with("session", id));
    }
}
