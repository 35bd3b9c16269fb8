package io.limn.auth.user;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.holder.Holders;
import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * Deletes users. The services that refer to a user forget him first, so that after the answer nobody sees him as an owner
 * any more. All of them are asked whether they are there before the first one is told: while one is away, nothing is
 * changed anywhere. What breaks in the middle leaves the user as he is, less what he owned, and can be repeated.
 */
@ApplicationScoped
class UserDeletion {
    private final EntityManager database;
    private final Administrators administrators;
    private final Holders holders;
    private final UserEvents events;
    private final Event<UserRemoved> removed;
    private final Audit audit;
    private final UserConfig config;
    private final Precondition precondition;

    UserDeletion(
            EntityManager database,
            Administrators administrators,
            Holders holders,
            UserEvents events,
            Event<UserRemoved> removed,
            Audit audit,
            UserConfig config,
            Precondition precondition) {
        this.database = database;
        this.administrators = administrators;
        this.holders = holders;
        this.events = events;
        this.removed = removed;
        this.audit = audit;
        this.config = config;
        this.precondition = precondition;
    }

    /**
     * Deletes a user with his memberships, sessions, keys and tokens. Must not be called in a transaction: other services
     * are waited for.
     *
     * @param form what is answered of a user
     * @throws ApiException 400 for the last administrator, 404 when the user is gone, 412 when the client knows another
     *                      version, 503 when a service is away
     */
    void delete(long id, Function<User, ?> form) {
        administrators.requireAnother(id);
        administrators.change(() -> precondition.require(() -> form.apply(find(id))));
        holders.release(config.knownTo(), "/internal/users/" + id);
        administrators.change(() -> remove(id));
    }

    private User find(long id) {
        var user = database.find(User.class, id);
        if (user == null) {
            throw ApiException.notFound("User");
        }
        return user;
    }

    private void remove(long id) {
        var user = find(id);
        administrators.requireAnother(id);
        removed.fire(new UserRemoved(id));
        database.remove(user);
        database.flush();
        events.deleted(id);
        audit.record(AuditEntry.of("user.deleted")
                .user(id)
                .with("username", user.identity().username()));
    }
}
