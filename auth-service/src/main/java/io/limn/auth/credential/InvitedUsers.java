package io.limn.auth.credential;

import io.limn.auth.user.Identity;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * People who are invited by their address. Who is not registered gets a user that nobody can sign in as, named like the
 * address; when he registers he takes it over.
 */
@ApplicationScoped
public class InvitedUsers {
    private static final int LONGEST_NAME = 150;

    private final EntityManager database;
    private final Users users;
    private final UserEvents events;

    InvitedUsers(EntityManager database, Users users, UserEvents events) {
        this.database = database;
        this.users = users;
        this.events = events;
    }

    /**
     * The user of an address, a new one if nobody has it.
     *
     * @throws ApiException 400 when an address of nobody is too long to be a name
     */
    @Transactional(TxType.MANDATORY)
    public User of(String email) {
        var known = known(email);
        if (known != null) {
            return known;
        }
        database.createNativeQuery(Registration.LOCK).getSingleResult();
        var meanwhile = known(email);
        return meanwhile != null
                ? meanwhile
                : users.save(
                        new User(new Identity(freeName(email), email, "", ""), User.NO_PASSWORD, Timestamps.now()));
    }

    private User known(String email) {
        var found = users.byEmail(email);
        return found.stream()
                .filter(user -> !user.isDummy())
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
    }

    private String freeName(String email) {
        var name = email;
        for (int i = 2; users.isTaken(name); i++) {
            name = email + "-" + i;
        }
        if (name.length() > LONGEST_NAME) {
            throw ApiException.field("email", "Ensure this field has no more than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    /** Removes a user who was made for an invitation that came to nothing, unless he has registered or joined meanwhile. */
    @Transactional(TxType.MANDATORY)
    public void forget(long id) {
        int gone = database.createNativeQuery("DELETE FROM users u WHERE id = :id AND password LIKE '!%'"
                        + " AND NOT email_verified"
                        + " AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id)")
                .setParameter("id", id)
                .executeUpdate();
        if (gone > 0) {
            events.forgotten(id);
        }
    }
}
