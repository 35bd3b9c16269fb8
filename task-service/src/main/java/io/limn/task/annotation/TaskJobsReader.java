package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.task.access.TaskScope;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the jobs in which the annotations of a task are kept. Ground truth and replicas stay by themselves. */
@ApplicationScoped
class TaskJobsReader {
    private final Database database;

    TaskJobsReader(Database database) {
        this.database = database;
    }

    TaskJobs of(TaskScope task) {
        var ranges = database.list(
                Sql.of(
                        "SELECT j.id, s.start_frame, s.stop_frame FROM job j JOIN segment s ON s.id = j.segment_id"
                                + " WHERE j.task_id = ? AND j.type = 'annotation' ORDER BY j.id",
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
