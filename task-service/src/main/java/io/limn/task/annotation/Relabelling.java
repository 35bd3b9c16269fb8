package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.RevisionKind;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Points annotations to other labels, when their task moves to another project. */
@ApplicationScoped
public class Relabelling {
    private final DataSource source;
    private final Database database;
    private final JobActs acts;

    Relabelling(DataSource source, Database database, JobActs acts) {
        this.source = source;
        this.database = database;
        this.acts = acts;
    }

    /**
     * Points all annotations of a task to other labels and attributes, in the transaction at hand; values stay. Former
     * revisions get the new labels as well, so that one that is restored has them. It is a revision of each job that was
     * ever saved. Saves of the task wait until the transaction ends.
     *
     * @param user       who moves the task
     * @param labels     the new labels by the ids of all labels that the task has
     * @param attributes likewise their attributes
     */
    public void apply(long task, long user, Map<Long, Long> labels, Map<Long, Long> attributes) {
        // The labels of the task itself go after the move: saves that use them come first or find them gone.
        database.exists(Sql.of("SELECT 1 FROM label WHERE task_id = ? ORDER BY id FOR UPDATE", task));
        // A job that was never saved is held as well, so that its first save waits.
        acts.each(jobs(task), user, RevisionKind.MOVE, (past, number) -> new Counts(0, past.count(), 0));
        try (var connection = source.getConnection()) {
            new RowRelabelling(connection, task, labels, attributes).run();
        } catch (SQLException fault) {
            throw new IllegalStateException("Annotations could not be moved", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private List<JobActs.Place> jobs(long task) {
        return database.list(
                Sql.of("SELECT id FROM job WHERE task_id = ? ORDER BY id", task),
                row -> new JobActs.Place(task, row.getLong("id")));
    }
}
