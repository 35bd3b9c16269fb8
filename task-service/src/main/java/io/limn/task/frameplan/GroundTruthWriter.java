package io.limn.task.frameplan;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes and removes ground truth jobs with their layouts, in the transaction at hand. */
@ApplicationScoped
class GroundTruthWriter {
    private final Database database;
    private final ValidationLayouts layouts;

    GroundTruthWriter(Database database, ValidationLayouts layouts) {
        this.database = database;
        this.layouts = layouts;
    }

    /**
     * Writes a layout with its job, which has no assignee and is at the start of its course. The pool behind honeypots
     * is a range of frames of its own; other validation frames are picked from the whole task.
     *
     * @param size frames of the task
     * @return the job
     */
    long write(long task, ValidationLayout layout, int size) {
        layouts.add(task, layout);
        var now = Timestamps.now();
        boolean range = layout.hasHoneypots();
        long segment = database.insert(Sql.of(
                "INSERT INTO segment (task_id, type, start_frame, stop_frame, frames, chunks_updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                task,
                range ? "range" : "specific_frames",
                range ? layout.frames()[0] : 0,
                size - 1,
                range ? null : layout.frames(),
                now));
        return database.insert(Sql.of(
                "INSERT INTO job (task_id, segment_id, type, created_at, updated_at)"
                        + " VALUES (?, ?, 'ground_truth', ?, ?) RETURNING id",
                task,
                segment,
                now,
                now));
    }

    /** Removes a job with its layout. */
    void remove(long task, long job, long segment) {
        database.update(Sql.of("DELETE FROM job WHERE id = ?", job));
        database.update(Sql.of("DELETE FROM segment WHERE id = ?", segment));
        layouts.remove(task);
    }
}
