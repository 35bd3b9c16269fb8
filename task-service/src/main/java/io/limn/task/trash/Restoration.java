package io.limn.task.trash;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.event.Outbox;
import io.limn.common.work.WorkQueue;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/**
 * Takes things out of the trash: back to where they were, with all that they had, or for good. What a purge has begun
 * with cannot be restored, as part of it may be gone.
 */
@ApplicationScoped
class Restoration {
    private static final String BACK = " SET deleted_at = NULL, deleted_by = NULL, purge_at = NULL WHERE ";

    private final Database database;
    private final WorkQueue work;
    private final Outbox outbox;
    private final Touch touch;

    Restoration(Database database, WorkQueue work, Outbox outbox, Touch touch) {
        this.database = database;
        this.work = work;
        this.outbox = outbox;
        this.touch = touch;
    }

    /**
     * Restores a project with the tasks that were deleted with it.
     *
     * @throws ApiException 404 when it is not in the trash any more
     */
    @Transactional
    public void project(long id) {
        var deleted = lock(TrashKind.PROJECT, id);
        withdraw(TrashKind.PROJECT, id);
        var tasks = database.list(
                Sql.of("UPDATE task" + BACK + "project_id = ? AND deleted_at = ? RETURNING id", id, deleted),
                row -> row.getLong("id"));
        database.update(Sql.of("UPDATE project" + BACK + "id = ?", id));
        outbox.add("limn.task", "project-" + id, "project.restored", java.util.Map.of("project_id", id));
        tasks.forEach(task -> announce(task, id));
    }

    /**
     * Restores a task.
     *
     * @throws ApiException 404 when it is not in the trash any more, 400 when its project is
     */
    @Transactional
    public void task(long id) {
        var project = database.one(
                        Sql.of(
                                "SELECT p.id, p.deleted_at FROM project p JOIN task t ON t.project_id = p.id"
                                        + " WHERE t.id = ? FOR NO KEY UPDATE OF p",
                                id),
                        row -> {
                            if (Columns.instant(row, "deleted_at") != null) {
                                throw ApiException.rule("Restore the project of the task first.");
                            }
                            return row.getLong("id");
                        })
                .orElse(null);
        lock(TrashKind.TASK, id);
        withdraw(TrashKind.TASK, id);
        database.update(Sql.of("UPDATE task" + BACK + "id = ?", id));
        touch.project(project);
        announce(id, project);
    }

    /**
     * Has something purged now.
     *
     * @throws ApiException 404 when it is not in the trash any more
     */
    @Transactional
    public void purge(TrashKind kind, long id) {
        lock(kind, id);
        if (!work.hasten(kind.purge(), String.valueOf(id))) {
            throw ApiException.notFound(kind.model());
        }
        database.update(Sql.of("UPDATE " + kind.table() + " SET purge_at = now() WHERE id = ?", id));
    }

    /** When it was deleted. */
    private Instant lock(TrashKind kind, long id) {
        return database.one(
                        Sql.of(
                                "SELECT deleted_at FROM " + kind.table()
                                        + " WHERE id = ? AND deleted_at IS NOT NULL FOR NO KEY UPDATE",
                                id),
                        row -> Optional.ofNullable(Columns.instant(row, "deleted_at")))
                .flatMap(found -> found)
                .orElseThrow(() -> ApiException.notFound(kind.model()));
    }

    private void withdraw(TrashKind kind, long id) {
        if (!work.withdraw(kind.purge(), String.valueOf(id))) {
            throw ApiException.notFound(kind.model());
        }
    }

    private void announce(long task, Long project) {
        var facts = new HashMap<String, Object>();
        facts.put("task_id", task);
        facts.put("project_id", project);
        outbox.add("limn.task", String.valueOf(task), "task.restored", facts);
    }
}
