package io.limn.data.people;

import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What becomes of a deleted user's things. Requests are seen by their owner alone, so ended ones lapse at once together
 * with their results; what still runs ends as usual, since others may wait for it, and lapses in its time.
 */
@ApplicationScoped
class FormerUsers {
    private static final String LAPSE = """
            UPDATE request SET expiry_date = now(), username = ''
            WHERE user_id = ? AND status IN ('finished', 'failed')""";

    private final Database database;

    FormerUsers(Database database) {
        this.database = database;
    }

    /** Forgets a user. */
    void forget(long user) {
        database.update(LAPSE, user);
    }
}
