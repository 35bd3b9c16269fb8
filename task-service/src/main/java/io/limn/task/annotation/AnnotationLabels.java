package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.RevisionKind;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** What becomes of annotations when their task gets other labels. */
@ApplicationScoped
public class AnnotationLabels {
    private final DataSource database;
    private final Database rows;
    private final JobActs acts;

    AnnotationLabels(DataSource database, Database rows, JobActs acts) {
        this.database = database;
        this.rows = rows;
        this.acts = acts;
    }

    /**
     * Puts the annotations of a task, former revisions included, under other labels, in the transaction at hand. Objects
     * whose label has no counterpart are removed, values of attributes without one are dropped. It is a revision of
     * every job that was ever saved; the caller moves the dates of jobs and task.
     *
     * @param labels     ids of labels and sublabels after the move, by those before it
     * @param attributes ids of attributes after the move, by those before it
     */
    public void move(long task, Map<Long, Long> labels, Map<Long, Long> attributes) {
        var jobs = rows.list(
                Sql.of("SELECT job_id FROM annotation_head WHERE task_id = ? ORDER BY job_id", task),
                row -> new JobActs.Place(task, row.getLong("job_id")));
        acts.each(
                jobs, RevisionKind.MOVE, (past, number) -> new Counts(0, 0, past.keepLabels(labels.keySet(), number)));
        try (var connection = database.getConnection()) {
            new Relabeling(connection, task, labels, attributes).run();
        } catch (SQLException | java.io.IOException fault) {
            throw new IllegalStateException("Annotations could not be put under other labels", fault);
        }
    }
}
