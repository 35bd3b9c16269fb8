package io.limn.task.storage;

import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.ServiceClient;
import io.limn.task.database.Database;
import io.limn.task.people.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the storages of projects and tasks. Each object has rows of its own. */
@ApplicationScoped
public class Storages {
    private static final List<String> MEMBERS = List.of("source_storage", "target_storage");

    private final Database database;
    private final ServiceClient services;

    Storages(Database database, ServiceClient services) {
        this.database = database;
        this.services = services;
    }

    /**
     * Checks that the caller may see the cloud storages that a body names.
     *
     * @throws ApiException 400 when there is none of that id, 403 when he may not
     */
    public void requireVisible(Input body) {
        for (var member : MEMBERS) {
            var storage = body.node().path(member);
            if (!storage.isObject()) {
                continue;
            }
            var id = Ids.read(Bodies.object(storage), "cloud_storage_id");
            if (id != null) {
                var answer = services.call("data", "GET", "/internal/cloudstorages/" + id + "?scope=view", null);
                if (answer.status() == 404) {
                    throw ApiException.rule("CloudStorage matching query does not exist.");
                }
                answer.orRelay();
            }
        }
    }

    /**
     * Writes a storage.
     *
     * @param existing the row that the object has, {@code null} when it has none
     * @param change   {@code null} leaves all as it is
     * @return the row that the object has now, {@code null} for none
     */
    public Long save(Long existing, StorageChange change) {
        if (change == null) {
            return existing;
        }
        if (existing == null) {
            return database.insert(Sql.of(
                    "INSERT INTO storage (location, cloud_storage_id) VALUES (?, ?) RETURNING id",
                    change.location() == null ? "local" : change.location(),
                    change.cloudStorageId()));
        }
        database.update(Sql.of(
                "UPDATE storage SET location = COALESCE(?, location),"
                        + " cloud_storage_id = CASE WHEN ? THEN ? ELSE cloud_storage_id END WHERE id = ?",
                change.location(),
                change.named(),
                change.cloudStorageId(),
                existing));
        return existing;
    }
}
