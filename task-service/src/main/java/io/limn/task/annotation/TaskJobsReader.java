package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.task.access.TaskScope;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds the jobs in which the annotations of a task are kept. Replicas stay by themselves, and ground truth too unless
 * its frames are ones that annotators see as honeypots only: then it belongs to the task.
 */
@ApplicationScoped
class TaskJobsReader {
    private final Database database;

    TaskJobsReader(Database database) {
        this.database = database;
    }

    /** All jobs that have annotations of the task. */
    TaskJobs of(TaskScope task) {
        return read(
                task,
                "(j.type = 'annotation' OR j.type = 'ground_truth'"
                        + " AND (SELECT validation_mode FROM task t WHERE t.id = j.task_id) = 'gt_pool')");
    }

    /** Those of them in which annotators work. */
    TaskJobs ofAnnotators(TaskScope task) {
        return read(task, "j.type = 'annotation'");
    }

    private TaskJobs read(TaskScope task, String condition) {
        var ranges = database.list(
                Sql.of(
                        "SELECT j.id, s.start_frame, s.stop_frame FROM job j JOIN segment s ON s.id = j.segment_id"
                                + " WHERE j.task_id = ? AND " + condition + " ORDER BY j.id",
                        task.taskId()),
                row -> new JobRange(row.getLong("id"), row.getInt("start_frame"), row.getInt("stop_frame")));
        int overlap = database.one(Sql.of("SELECT overlap FROM task WHERE id = ?", task.taskId()), row -> {
                    var value = Columns.integer(row, "overlap");
                    return value == null ? 0 : value;
                })
                .orElse(0);
        return new TaskJobs(task.taskId(), ranges, overlap, "3d".equals(task.dimension()));
    }
}
