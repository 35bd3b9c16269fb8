package io.limn.task.frameplan;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps the validation layouts of tasks. */
@ApplicationScoped
class ValidationLayouts {
    private static final String FIND = """
            SELECT t.validation_mode, v.* FROM validation_layout v JOIN task t ON t.id = v.task_id WHERE v.task_id = ?
            """;

    private final Database database;

    ValidationLayouts(Database database) {
        this.database = database;
    }

    /** The layout of a task, empty when it has no validation frames. */
    Optional<ValidationLayout> find(long task) {
        return database.one(
                Sql.of(FIND, task),
                row -> new ValidationLayout(
                        row.getString("validation_mode"),
                        Columns.integer(row, "frames_per_job"),
                        Columns.integers(row, "frames"),
                        Columns.integers(row, "disabled_frames"),
                        Columns.integers(row, "honeypots"),
                        Columns.integers(row, "real_frames")));
    }

    /** The same; nobody else changes the frame plan of the task until the transaction ends. */
    Optional<ValidationLayout> lock(long task) {
        lockedRevision(task);
        return find(task);
    }

    /** The revision of a task's frame plan, which nobody else changes until the transaction ends. */
    long lockedRevision(long task) {
        database.exists(Sql.of("SELECT 1 FROM task WHERE id = ? FOR NO KEY UPDATE", task));
        return database.one(
                        Sql.of("SELECT revision FROM frame_plan WHERE task_id = ? FOR UPDATE", task),
                        row -> row.getLong("revision"))
                .orElse(0L);
    }

    /** Writes the layout of a task that has none. */
    void add(long task, ValidationLayout layout) {
        database.update(Sql.of(
                "INSERT INTO validation_layout (task_id, frames_per_job, frames, disabled_frames, honeypots, real_frames)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                task,
                layout.perJob(),
                layout.frames(),
                layout.disabled(),
                layout.honeypots(),
                layout.realFrames()));
        database.update(Sql.of("UPDATE task SET validation_mode = ? WHERE id = ?", layout.mode(), task));
    }

    /** Writes what can change of a layout. */
    void update(long task, ValidationLayout layout) {
        database.update(Sql.of(
                "UPDATE validation_layout SET disabled_frames = ?, real_frames = ? WHERE task_id = ?",
                layout.disabled(),
                layout.realFrames(),
                task));
        database.update(Sql.of("UPDATE frame_plan SET revision = revision + 1 WHERE task_id = ?", task));
    }

    /** Removes the layout of a task. */
    void remove(long task) {
        database.update(Sql.of("DELETE FROM validation_layout WHERE task_id = ?", task));
        database.update(Sql.of("UPDATE task SET validation_mode = NULL WHERE id = ?", task));
    }
}
