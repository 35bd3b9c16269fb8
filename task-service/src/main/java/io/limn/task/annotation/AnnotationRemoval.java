package io.limn.task.annotation;

import io.limn.task.access.FramesReplaced;
import io.limn.task.access.JobRemoved;
import io.limn.task.access.TaskPurged;
import io.limn.task.label.LabelsRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Removes annotations whose label, frame, job or task goes, within the transaction that removes it. */
@ApplicationScoped
class AnnotationRemoval {
    private final DataSource database;

    AnnotationRemoval(DataSource database) {
        this.database = database;
    }

    /** Removes all annotations of labels, in every job; elements of skeletons go with their skeleton. */
    void removed(@Observes LabelsRemoved labels) {
        run("DELETE FROM annotation WHERE label_id = ANY(?)", labels.labelIds());
    }

    /** Removes all annotations of a task and the history of their saves. */
    void purged(@Observes TaskPurged task) {
        var tasks = List.of(task.taskId());
        run("DELETE FROM annotation WHERE task_id = ANY(?)", tasks);
        run(
                "DELETE FROM annotation_revision WHERE job_id IN"
                        + " (SELECT job_id FROM annotation_head WHERE task_id = ANY(?))",
                tasks);
        run("DELETE FROM annotation_head WHERE task_id = ANY(?)", tasks);
    }

    /** Removes all annotations of a job and the history of their saves. */
    void removed(@Observes JobRemoved job) {
        run("DELETE FROM annotation WHERE task_id = " + job.taskId() + " AND job_id = ANY(?)", List.of(job.jobId()));
        run("DELETE FROM annotation_revision WHERE job_id = ANY(?)", List.of(job.jobId()));
        run("DELETE FROM annotation_head WHERE job_id = ANY(?)", List.of(job.jobId()));
    }

    /** Removes the annotations of frames that show something else now, in every job; tracks do not occur there. */
    void replaced(@Observes FramesReplaced frames) {
        run(
                "SELECT job_id FROM annotation_head WHERE task_id = ANY(?) ORDER BY job_id FOR UPDATE",
                List.of(frames.taskId()));
        run(
                "DELETE FROM annotation WHERE task_id = " + frames.taskId() + " AND frame = ANY(?)",
                frames.frames().stream().map(Integer::longValue).toList());
    }

    private void run(String sql, Collection<Long> ids) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.execute();
        } catch (SQLException fault) {
            throw new IllegalStateException("Annotations could not be removed", fault);
        }
    }
}
