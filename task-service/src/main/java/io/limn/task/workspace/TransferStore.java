package io.limn.task.workspace;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.task.database.Database;
import io.limn.task.storage.StorageChange;
import io.limn.task.storage.Storages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;

/** The parts that the transfers of projects and of tasks have in common, in the transaction at hand. */
@ApplicationScoped
public class TransferStore {
    private final Database database;
    private final Storages storages;
    private final Outbox outbox;

    TransferStore(Database database, Storages storages, Outbox outbox) {
        this.database = database;
        this.storages = storages;
        this.outbox = outbox;
    }

    /**
     * The storage that an object has in its new workspace. A cloud storage belongs to a workspace and stays behind.
     *
     * @param existing the row that the object has, {@code null} for none
     * @param change   what the request says, {@code null} for nothing
     * @return the row that it has now
     * @throws ApiException 400 when it has a cloud storage and the request names no other
     */
    public Long storage(Long existing, StorageChange change) {
        if (change == null
                && existing != null
                && database.exists(Sql.of(
                        "SELECT 1 FROM storage WHERE id = ? AND location = 'cloud_storage'"
                                + " AND cloud_storage_id IS NOT NULL",
                        existing))) {
            throw ApiException.rule("Could not find a similar cloud storage in the new workspace");
        }
        return storages.save(existing, change);
    }

    /**
     * Lets go of those who work on jobs, and of cloud storages that hold data.
     *
     * @param tasks query of the tasks' ids
     */
    public void release(Sql tasks, Instant now) {
        database.update(Sql.of(
                        "UPDATE job SET assignee_id = NULL, assignee_updated_at = ? WHERE assignee_id IS NOT NULL"
                                + " AND task_id IN (",
                        now)
                .append(tasks)
                .append(Sql.of(")")));
        database.update(Sql.of("UPDATE frame_plan SET cloud_storage_id = NULL WHERE cloud_storage_id IS NOT NULL"
                        + " AND task_id IN (")
                .append(tasks)
                .append(Sql.of(")")));
    }

    /** Tells of a transfer: of the change, and where it went. */
    public void announce(String kind, String key, long id, Long from, Workspace destination) {
        var facts = new HashMap<String, Object>();
        facts.put(kind + "_id", id);
        facts.put("from_organization_id", from);
        facts.put("organization_id", destination.organizationId());
        facts.put("organization_slug", destination.slug());
        outbox.add("limn.task", key, kind + ".transferred", facts);
    }
}
