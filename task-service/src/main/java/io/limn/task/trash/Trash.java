package io.limn.task.trash;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.common.work.WorkQueue;
import io.limn.task.access.Announcements;
import io.limn.task.access.Touch;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * Hides what is deleted, in the transaction at hand. It is gone for every reader at once, and purged after
 * {@code limn.trash.keep}.
 */
@ApplicationScoped
public class Trash {
    /** By the clock of the database and its transaction, as the time of the work that purges. */
    private static final String PURGE_AT = "now() + ? * interval '1 millisecond'";

    private final Database database;
    private final WorkQueue work;
    private final Announcements announcements;
    private final Touch touch;
    private final TrashConfig config;

    Trash(Database database, WorkQueue work, Announcements announcements, Touch touch, TrashConfig config) {
        this.database = database;
        this.work = work;
        this.announcements = announcements;
        this.touch = touch;
        this.config = config;
    }

    /** Hides a project with its tasks, of which it tells; of the project the caller does. */
    public void project(long id, long user) {
        var now = Timestamps.now();
        hide("project", id, user, now);
        var tasks = database.list(
                Sql.of(
                        "UPDATE task SET deleted_at = ?, deleted_by = ?, purge_at = " + PURGE_AT
                                + " WHERE project_id = ? AND deleted_at IS NULL RETURNING id",
                        now,
                        user,
                        config.keep().toMillis(),
                        id),
                row -> row.getLong("id"));
        tasks.forEach(task -> announcements.task("deleted", task, id, null, null));
        work.submit(ProjectPurge.KIND, String.valueOf(id), Map.of("project_id", id), 0, config.keep());
    }

    /** Hides a task; the caller tells of it. */
    public void task(long id, long user) {
        hide("task", id, user, Timestamps.now());
        work.submit(TaskPurge.KIND, String.valueOf(id), Map.of("task_id", id), 0, config.keep());
        touch.projectOf(id);
    }

    private void hide(String table, long id, long user, Instant now) {
        database.update(Sql.of(
                "UPDATE " + table + " SET deleted_at = ?, deleted_by = ?, purge_at = " + PURGE_AT + " WHERE id = ?",
                now,
                user,
                config.keep().toMillis(),
                id));
    }
}
