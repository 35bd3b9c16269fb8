package io.limn.data.frame;

import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which replica builds what, so that several do not build the same. A lease that is not renewed lapses with its replica. */
@ApplicationScoped
class BuildLeases {
    private static final String TAKE = """
            INSERT INTO derived_build (key, holder, expires_at) VALUES (?, ?, now() + interval '30 seconds')
            ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
            WHERE derived_build.expires_at < now() OR derived_build.holder = excluded.holder""";

    private final Database database;

    BuildLeases(Database database) {
        this.database = database;
    }

    /** Takes or renews a lease; false while another holds it. */
    boolean take(String key, UUID holder) {
        return database.update(TAKE, key, holder) == 1;
    }

    void giveBack(String key, UUID holder) {
        database.update("DELETE FROM derived_build WHERE key = ? AND holder = ?", key, holder);
    }
}
