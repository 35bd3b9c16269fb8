package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.task.access.FramesReplaced;
import io.limn.task.access.JobRemoved;
import io.limn.task.access.TaskPurged;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.RevisionKind;
import io.limn.task.database.Database;
import io.limn.task.label.LabelsChanged;
import io.limn.task.label.LabelsRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;

/** Follows what happens to labels, frames, jobs and tasks, within the transaction in which it happens. */
@ApplicationScoped
class AnnotationRemoval {
    private static final List<String> TABLES =
            List.of("annotation", "annotation_past", "annotation_revision", "annotation_head", "annotation_snapshot");

    private final Database database;
    private final JobActs acts;

    AnnotationRemoval(Database database, JobActs acts) {
        this.database = database;
        this.acts = acts;
    }

    /** Removes all annotations of labels, in every job; elements of skeletons go with their skeleton. */
    void removed(@Observes LabelsRemoved labels) {
        // Waits for saves that use them; later ones find them gone.
        database.exists(Sql.of("SELECT 1 FROM label WHERE id = ANY(?) ORDER BY id FOR UPDATE", labels.labelIds()));
        acts.each(
                jobsWith(labels.labelIds()),
                RevisionKind.LABEL_DELETION,
                (past, number) -> new Counts(0, 0, past.removeLabels(labels.labelIds(), number)));
    }

    /** Objects without a value of their own show the defaults of their label: they look different now. */
    void changed(@Observes LabelsChanged labels) {
        acts.each(jobsWith(labels.labelIds()), RevisionKind.ATTRIBUTES, (past, number) -> Counts.NONE);
    }

    private List<JobActs.Place> jobsWith(Collection<Long> labels) {
        return places(Sql.of(
                "SELECT DISTINCT task_id, job_id FROM annotation WHERE label_id = ANY(?) ORDER BY job_id", labels));
    }

    private List<JobActs.Place> places(Sql query) {
        return database.list(query, row -> new JobActs.Place(row.getLong("task_id"), row.getLong("job_id")));
    }

    /**
     * Removes the tags and shapes of frames that show something else now, in every job; tracks do not occur there. All
     * jobs are held, so that no save in between brings some back.
     */
    void replaced(@Observes FramesReplaced frames) {
        var jobs = places(Sql.of(
                "SELECT task_id, job_id FROM annotation_head WHERE task_id = ? ORDER BY job_id FOR UPDATE",
                frames.taskId()));
        var touched = places(Sql.of(
                "SELECT DISTINCT task_id, job_id FROM annotation WHERE task_id = ? AND frame = ANY(?) ORDER BY job_id",
                frames.taskId(),
                frames.frames().stream().mapToInt(Integer::intValue).toArray()));
        acts.each(
                jobs.stream().filter(touched::contains).toList(),
                RevisionKind.HONEYPOTS,
                (past, number) -> new Counts(0, 0, past.removeFrames(frames.frames(), number)));
    }

    /** Removes all annotations of a job and their history. */
    void removed(@Observes JobRemoved job) {
        database.update(Sql.of("DELETE FROM annotation WHERE task_id = ? AND job_id = ?", job.taskId(), job.jobId()));
        database.update(
                Sql.of("DELETE FROM annotation_past WHERE task_id = ? AND job_id = ?", job.taskId(), job.jobId()));
        for (var table : TABLES.subList(2, TABLES.size())) {
            database.update(Sql.of("DELETE FROM " + table + " WHERE job_id = ?", job.jobId()));
        }
    }

    /** Removes all annotations of a task and their history. */
    void purged(@Observes TaskPurged task) {
        for (var table : TABLES) {
            database.update(Sql.of("DELETE FROM " + table + " WHERE task_id = ?", task.taskId()));
        }
    }
}
