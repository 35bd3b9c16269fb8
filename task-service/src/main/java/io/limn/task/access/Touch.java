package io.limn.task.access;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Moves the dates of the last change of jobs, tasks and projects. It is called last in a transaction: many annotators
 * save into one task at once, and the row of its date is locked from here to the commit. Everywhere rows are locked in
 * one order, so that nobody waits in a circle: project, task, jobs, then the dates of the task and of the project.
 */
@ApplicationScoped
public class Touch {
    private final Database database;

    Touch(Database database) {
        this.database = database;
    }

    /** What belongs to a job changed now: the dates of the job, its task and its project move. */
    public void job(long jobId) {
        jobAlone(jobId);
        var task = database.one(Sql.of("SELECT task_id FROM job WHERE id = ?", jobId), row -> row.getLong("task_id"));
        task.ifPresent(this::task);
    }

    /** What belongs to a task changed now: the dates of the task and its project move. */
    public void task(long taskId) {
        taskAlone(taskId);
        projectOf(taskId);
    }

    /** The tasks of the project of a task changed now. */
    public void projectOf(long taskId) {
        database.update(Sql.of(
                "UPDATE project_touch SET updated_at = ? WHERE project_id = (SELECT project_id FROM task WHERE id = ?)",
                Timestamps.now(),
                taskId));
    }

    /** A project changed now; {@code null} stands for none. */
    public Instant project(Long projectId) {
        var now = Timestamps.now();
        if (projectId != null) {
            database.update(Sql.of("UPDATE project_touch SET updated_at = ? WHERE project_id = ?", now, projectId));
        }
        return now;
    }

    /** A job changed now, but nothing above it. */
    public void jobAlone(long jobId) {
        database.update(Sql.of("UPDATE job SET updated_at = ? WHERE id = ?", Timestamps.now(), jobId));
    }

    /** A task changed now, but not its project. */
    public Instant taskAlone(long taskId) {
        var now = Timestamps.now();
        database.update(Sql.of("UPDATE task_touch SET updated_at = ? WHERE task_id = ?", now, taskId));
        return now;
    }

    /** The labels of a task changed now: its jobs get the very same date. The row of the task must be locked. */
    public void labelsOfTask(long taskId) {
        var now = Timestamps.now();
        database.update(Sql.of("UPDATE job SET updated_at = ? WHERE task_id = ? AND updated_at < ?", now, taskId, now));
        database.update(Sql.of("UPDATE task_touch SET updated_at = ? WHERE task_id = ?", now, taskId));
    }

    /** The labels of a project changed now: its tasks and jobs get the very same date. Its row must be locked. */
    public void labelsOfProject(long projectId) {
        var now = Timestamps.now();
        var tasks = "IN (SELECT id FROM task WHERE project_id = ? AND deleted_at IS NULL)";
        database.update(
                Sql.of("UPDATE job SET updated_at = ? WHERE updated_at < ? AND task_id " + tasks, now, now, projectId));
        database.update(Sql.of(
                "UPDATE task_touch SET updated_at = ? WHERE updated_at < ? AND task_id " + tasks, now, now, projectId));
        database.update(Sql.of("UPDATE project_touch SET updated_at = ? WHERE project_id = ?", now, projectId));
    }
}
