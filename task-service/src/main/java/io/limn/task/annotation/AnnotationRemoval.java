package io.limn.task.annotation;

import io.limn.task.access.TaskPurged;
import io.limn.task.label.LabelsRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Removes annotations whose label or task goes, within the transaction that removes it. */
@ApplicationScoped
class AnnotationRemoval {
    private final DataSource database;

    AnnotationRemoval(DataSource database) {
        this.database = database;
    }

    /** Removes all annotations of labels, in every job; elements of skeletons go with their skeleton. */
    void removed(@Observes LabelsRemoved labels) {
        delete("DELETE FROM annotation WHERE label_id = ANY(?)", labels.labelIds());
    }

    /** Removes all annotations of a task and the history of their saves. */
    void purged(@Observes TaskPurged task) {
        var tasks = List.of(task.taskId());
        delete("DELETE FROM annotation WHERE task_id = ANY(?)", tasks);
        delete(
                "DELETE FROM annotation_revision WHERE job_id IN"
                        + " (SELECT job_id FROM annotation_head WHERE task_id = ANY(?))",
                tasks);
        delete("DELETE FROM annotation_head WHERE task_id = ANY(?)", tasks);
    }

    private void delete(String sql, Collection<Long> ids) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        } catch (SQLException fault) {
            throw new IllegalStateException("Annotations could not be removed", fault);
        }
    }
}
