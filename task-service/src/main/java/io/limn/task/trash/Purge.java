package io.limn.task.trash;

import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.task.access.TaskPurged;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;

/** Removes deleted tasks for good, in the transaction at hand. */
@ApplicationScoped
class Purge {
    private final Database database;
    private final Event<TaskPurged> purged;
    private final Outbox outbox;

    Purge(Database database, Event<TaskPurged> purged, Outbox outbox) {
        this.database = database;
        this.purged = purged;
        this.outbox = outbox;
    }

    private record Row(Long data, Long source, Long target) {}

    /** Removes a task, unless it was restored or is gone already. */
    void task(long id) {
        var task = Sql.of(
                "SELECT data_id, source_storage_id, target_storage_id FROM task"
                        + " WHERE id = ? AND deleted_at IS NOT NULL FOR UPDATE",
                id);
        database.one(
                        task,
                        row -> new Row(
                                Columns.id(row, "data_id"),
                                Columns.id(row, "source_storage_id"),
                                Columns.id(row, "target_storage_id")))
                .ifPresent(row -> remove(id, row));
    }

    private void remove(long id, Row row) {
        purged.fire(new TaskPurged(id));
        database.update(Sql.of("DELETE FROM task WHERE id = ?", id));
        database.update(Sql.of("DELETE FROM storage WHERE id IN (?, ?)", row.source(), row.target()));
        var facts = new HashMap<String, Object>();
        facts.put("task_id", id);
        facts.put("data_id", row.data());
        outbox.add("limn.task", String.valueOf(id), "task.purged", facts);
    }
}
