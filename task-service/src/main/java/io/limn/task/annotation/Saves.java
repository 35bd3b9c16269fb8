package io.limn.task.annotation;

import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Saves annotations of jobs as revisions, within a transaction. */
@ApplicationScoped
class Saves {
    private final Outbox outbox;

    Saves(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * What came of a save.
     *
     * @param answer  the annotations of the request with their ids
     * @param changed whether the job counts as changed
     */
    record Result(LabeledData answer, boolean changed) {}

    /** Saves one job; the caller moves the dates of what changed. */
    Result save(Connection connection, long task, long job, long user, Act act, JobEdit edit)
            throws SQLException, IOException {
        var revisions = new Revisions(connection, task, job);
        long number = revisions.next();
        if (act != Act.DELETE) {
            LabelsInForce.require(connection, task, edit.data());
        }
        var outcome = new Save(connection, task, job, edit.data()).apply(act, edit);
        boolean changed =
                act == Act.DELETE ? !edit.isEmpty() : !outcome.revision().isEmpty();
        if (changed) {
            revisions.record(number, act, user, outcome.revision());
            announce(task, job, number, outcome.revision());
        }
        return new Result(outcome.answer(), changed);
    }

    private void announce(long task, long job, long number, Revision revision) {
        outbox.add(
                "limn.task",
                String.valueOf(task),
                "annotations.saved",
                Map.of(
                        "task_id",
                        task,
                        "job_id",
                        job,
                        "revision",
                        number,
                        "created",
                        revision.created(),
                        "updated",
                        revision.updated(),
                        "deleted",
                        revision.removed().size()));
    }
}
