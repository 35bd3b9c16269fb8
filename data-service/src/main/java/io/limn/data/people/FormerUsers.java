package io.limn.data.people;

import io.limn.data.cloudstorage.StorageOwners;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What becomes of a deleted user's things. Requests are seen by their owner alone, so ended ones lapse at once together
 * with their results; what still runs ends as usual, since others may wait for it, and lapses in its time. Cloud storages
 * stay and are nobody's.
 */
@ApplicationScoped
class FormerUsers {
    private static final String LAPSE = """
            UPDATE request SET expiry_date = now(), username = ''
            WHERE user_id = ? AND status IN ('finished', 'failed')""";

    private final Database database;
    private final StorageOwners storages;

    FormerUsers(Database database, StorageOwners storages) {
        this.database = database;
        this.storages = storages;
    }

    /** Forgets a user. */
    void forget(long user) {
        database.update(LAPSE, user);
        storages.forget(user);
    }
}
