package io.limn.task.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.task.access.Announcements;
import io.limn.task.database.Database;
import io.limn.task.storage.StorageChange;
import io.limn.task.storage.Storages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The parts that the transfers of projects and of tasks have in common, in the transaction at hand. */
@ApplicationScoped
public class TransferStore {
    private final Database database;
    private final Storages storages;
    private final Outbox outbox;
    private final Announcements announcements;

    TransferStore(Database database, Storages storages, Outbox outbox, Announcements announcements) {
        this.database = database;
        this.storages = storages;
        this.outbox = outbox;
        this.announcements = announcements;
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
        database.update(Sql.of("UPDATE frame_plan SET cloud_storage_id = NULL, revision = revision + 1"
                        + " WHERE cloud_storage_id IS NOT NULL"
                        + " AND task_id IN (")
                .append(tasks)
                .append(Sql.of(")")));
    }

    /**
     * Tells of a transfer: of the change, and where it went.
     *
     * @param kind   {@code project} or {@code task}
     * @param key    of the events about the object
     * @param before the object as it was shown
     * @param after  the object as it is shown now
     */
    public void announce(
            String kind, String key, long id, Long from, Workspace destination, Object before, Object after) {
        var facts = JsonNodeFactory.instance
                .objectNode()
                .put(kind + "_id", id)
                .put("from_organization_id", from)
                .put("organization_id", destination.organizationId())
                .put("organization_slug", destination.slug());
        outbox.add("limn.task", key, kind + ".transferred", announcements.withForms(facts, before, after));
    }
}
