package io.limn.task.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Principal;
import io.limn.common.identity.ServiceClient;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The users that this service knows of. They come by the compacted topic of auth-service; one that is not here yet is
 * fetched.
 */
@ApplicationScoped
public class People {
    private final Database database;
    private final ServiceClient services;

    People(Database database, ServiceClient services) {
        this.database = database;
        this.services = services;
    }

    /** Makes sure that the user behind a request is known. */
    public void remember(Principal principal) {
        var known = Sql.of("SELECT 1 FROM person WHERE id = ?", principal.id());
        if (!database.exists(known)) {
            database.update(Sql.of(
                    "INSERT INTO person (id, username, first_name, last_name) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (id) DO NOTHING",
                    principal.id(),
                    principal.username(),
                    principal.firstName(),
                    principal.lastName()));
        }
    }

    /**
     * Makes sure that a user whom a body names exists.
     *
     * @param member the member that names him
     * @throws ApiException 400 when he does not
     */
    public void require(String member, long user) {
        if (database.exists(Sql.of("SELECT 1 FROM person WHERE id = ?", user))) {
            return;
        }
        var answer = services.call("auth", "GET", "/internal/users/" + user, null);
        if (answer.status() == 404) {
            throw ApiException.field(member, "Invalid pk \"" + user + "\" - object does not exist.");
        }
        put(answer.orRelay().body());
    }

    /** Writes what auth-service says of a user. */
    void put(JsonNode user) {
        database.update(Sql.of(
                "INSERT INTO person (id, username, first_name, last_name, active) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET username = excluded.username,"
                        + " first_name = excluded.first_name, last_name = excluded.last_name, active = excluded.active",
                user.path("id").asLong(),
                user.path("username").asText(),
                user.path("first_name").asText(""),
                user.path("last_name").asText(""),
                user.path("is_active").asBoolean(true)));
    }

    /** Forgets a user: what he owned or was assigned to is nobody's. */
    void remove(long user) {
        database.update(Sql.of("DELETE FROM person WHERE id = ?", user));
    }
}
