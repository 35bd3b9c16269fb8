package io.limn.auth.user;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Sees to it that somebody can administer the server: the last active administrator stays one. */
@ApplicationScoped
public class Administrators {
    private static final String LAST =
            "This is the last active administrator. Make another user an administrator before.";

    /** The lock that registrations take as well: names and administrators change one at a time. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111001)";

    private final EntityManager database;

    Administrators(EntityManager database) {
        this.database = database;
    }

    /** Runs a change of users in a transaction, apart from every other such change on any replica. */
    @Transactional
    void change(Runnable change) {
        database.createNativeQuery(LOCK).getSingleResult();
        change.run();
    }

    /**
     * Demands that there is an active administrator besides a user, if he is one.
     *
     * @throws ApiException 400
     */
    void requireAnother(long id) {
        if (isLast(id)) {
            throw ApiException.rule(LAST);
        }
    }

    /** Whether a user is the only active administrator. To be asked under the lock. */
    public boolean isLast(long id) {
        var administrators = database.createNativeQuery(
                        "SELECT id FROM users WHERE is_active AND 'admin' = ANY (groups) LIMIT 2", Long.class)
                .getResultList();
        return administrators.equals(List.of(id));
    }
}
