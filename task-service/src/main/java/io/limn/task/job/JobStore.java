package io.limn.task.job;

import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Announcements;
import io.limn.task.access.Touch;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;

/** Writes jobs. */
@ApplicationScoped
class JobStore {
    private final Database database;
    private final Touch touch;
    private final Announcements announcements;
    private final Precondition precondition;
    private final JobViews views;

    JobStore(Database database, Touch touch, Announcements announcements, Precondition precondition, JobViews views) {
        this.database = database;
        this.touch = touch;
        this.announcements = announcements;
        this.precondition = precondition;
        this.views = views;
    }

    private record Row(Progress progress, Long assigneeId) {}

    /**
     * Changes a job and what follows for its task. The row of the task is locked first: two jobs that are completed at
     * the same time must see each other.
     */
    @Transactional
    public void update(JobScope job, JobChange change) {
        var status = database.one(
                        Sql.of("SELECT status FROM task WHERE id = ? FOR NO KEY UPDATE", job.taskId()),
                        row -> row.getString("status"))
                .orElseThrow();
        var before = database.one(
                        Sql.of("SELECT stage, state, status, assignee_id FROM job WHERE id = ?", job.id()),
                        row -> new Row(
                                new Progress(row.getString("stage"), row.getString("state"), row.getString("status")),
                                Columns.id(row, "assignee_id")))
                .orElseThrow();
        precondition.require(() -> views.of(job.id()));
        var seen = views.of(job.id());
        var after = change.applyTo(before.progress());
        var assignee = change.assignee() ? change.assigneeId() : before.assigneeId();
        var now = Timestamps.now();
        database.update(Sql.of(
                "UPDATE job SET stage = ?, state = ?, status = ?, assignee_id = ?, updated_at = ?,"
                        + " assignee_updated_at = CASE WHEN ? THEN ? ELSE assignee_updated_at END WHERE id = ?",
                after.stage(),
                after.state(),
                after.status(),
                assignee,
                now,
                !Objects.equals(assignee, before.assigneeId()),
                now,
                job.id()));
        deriveStatus(job.taskId(), job.projectId(), status);
        announcements.job("updated", job.taskId(), job.id(), seen, views.of(job.id()));
    }

    private void deriveStatus(long task, Long project, String before) {
        var jobs = database.list(
                Sql.of("SELECT DISTINCT status FROM job WHERE task_id = ?", task), row -> row.getString("status"));
        var after = Progress.statusOfTask(jobs);
        if (!after.equals(before)) {
            database.update(Sql.of("UPDATE task SET status = ? WHERE id = ?", after, task));
            touch.taskAlone(task);
            announcements.task("updated", task, project, Map.of("status", before), Map.of("status", after));
        }
    }
}
