package io.limn.data.cloudstorage;

import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import io.limn.common.identity.Principal;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** The names of those who own cloud storages, kept up to date with auth-service. */
@ApplicationScoped
public class StorageOwners implements EventHandler {
    private static final String REMEMBER = """
            INSERT INTO storage_owner (id, username, first_name, last_name) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET username = excluded.username, first_name = excluded.first_name,
                last_name = excluded.last_name""";

    private final Database database;

    StorageOwners(Database database) {
        this.database = database;
    }

    /** Makes sure that the user behind a request is known. */
    void remember(Principal user) {
        database.update(REMEMBER, user.id(), user.username(), user.firstName(), user.lastName());
    }

    @Override
    public String topic() {
        return "limn.users";
    }

    @Override
    public void handle(Event event) {
        long user = Long.parseLong(event.subject());
        if (event.isDeletion()) {
            forget(user);
            return;
        }
        database.update(
                "UPDATE storage_owner SET username = ?, first_name = ?, last_name = ? WHERE id = ?",
                event.data().path("username").asText(),
                event.data().path("first_name").asText(""),
                event.data().path("last_name").asText(""),
                user);
    }

    /** What a user owned is nobody's. */
    public void forget(long user) {
        database.update("UPDATE cloud_storage SET owner_id = NULL, revision = revision + 1 WHERE owner_id = ?", user);
        database.update("DELETE FROM storage_owner WHERE id = ?", user);
    }
}
