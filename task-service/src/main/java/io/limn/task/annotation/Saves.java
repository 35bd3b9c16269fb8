package io.limn.task.annotation;

import io.limn.task.annotation.history.Author;
import io.limn.task.annotation.history.Conflicts;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.RevisionWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Saves annotations of jobs as revisions, within a transaction. */
@ApplicationScoped
class Saves {
    private final RevisionWriter revisions;
    private final Conflicts conflicts;
    private final Snapshots snapshots;

    Saves(RevisionWriter revisions, Conflicts conflicts, Snapshots snapshots) {
        this.revisions = revisions;
        this.conflicts = conflicts;
        this.snapshots = snapshots;
    }

    /**
     * What came of a save.
     *
     * @param answer   the annotations of the request with their ids
     * @param changed  whether the job counts as changed
     * @param revision the last revision of the job now
     */
    record Result(LabeledData answer, boolean changed, long revision) {}

    /** Saves one job; the caller moves the dates of what changed. */
    Result save(Connection connection, long task, long job, Author author, Act act, IfMatch match, JobEdit edit)
            throws SQLException, IOException {
        var head = Head.lock(connection, task, job);
        if (!match.allows(head.revision())) {
            throw conflicts.job(connection, task, job, head.revision(), match.lastBefore(head.revision()));
        }
        if (act != Act.DELETE) {
            LabelsInForce.require(connection, task, edit.data());
        }
        long number = head.revision() + 1;
        var outcome = new Save(connection, task, job, number, edit.data()).apply(act, edit);
        boolean changed =
                act == Act.DELETE ? !edit.isEmpty() : !outcome.counts().isEmpty();
        if (!changed) {
            return new Result(outcome.answer(), false, head.revision());
        }
        revisions.write(connection, task, job, number, author, outcome.counts());
        if (edit.data().size() >= Snapshots.LARGE) {
            snapshots.askSoon(task, job, number);
        }
        return new Result(outcome.answer(), true, number);
    }
}
