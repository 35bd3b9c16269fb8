package io.limn.task.annotation.history;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.task.access.Touch;
import io.limn.task.database.Database;
import io.limn.task.label.Label;
import io.limn.task.label.LabelCatalog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;

/** The way back: compares, restores and takes back. Going back is itself a new revision. */
@ApplicationScoped
public class History {
    private static final int LONGEST_SECONDS = 600;

    private final DataSource database;
    private final Database rows;
    private final LabelCatalog labels;
    private final RevisionWriter writer;
    private final RevisionLog log;
    private final Touch touch;

    History(
            DataSource database,
            Database rows,
            LabelCatalog labels,
            RevisionWriter writer,
            RevisionLog log,
            Touch touch) {
        this.database = database;
        this.rows = rows;
        this.labels = labels;
        this.writer = writer;
        this.log = log;
        this.touch = touch;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                return work.with(connection);
            }
        });
    }

    /**
     * Compares two revisions of a job.
     *
     * @throws ApiException 404 when one of them is not there
     */
    public Difference compare(long task, long job, long from, long to) {
        return transaction(connection -> {
            var head = Head.of(connection, job);
            requireReadable(head, from);
            requireReadable(head, to);
            return new Versions(connection, task, job).between(from, to);
        });
    }

    /**
     * Makes sure that a revision can be read.
     *
     * @throws ApiException 404 when it cannot
     */
    public static void requireReadable(Head head, long number) {
        if (!head.reaches(number)) {
            throw ApiException.notFound("Revision");
        }
    }

    /**
     * Puts a revision of a job back.
     *
     * @throws ApiException 404 when it is not there
     */
    public Reverted restore(long task, long job, long revision, long user) {
        return transaction(connection -> {
            var present = labelsOf(task);
            var head = Head.lock(connection, task, job);
            requireReadable(head, revision);
            long number = head.revision() + 1;
            new Past(connection, task, job).removeSince(revision, number);
            var left = new Revival(connection, task, job, present).asOf(revision, number);
            var author = Author.alone(user, RevisionKind.RESTORE);
            var counts = new Versions(connection, task, job)
                    .between(number - 1, number)
                    .counts();
            writer.write(connection, task, job, number, author, counts);
            touch.job(job);
            return new Reverted(log.find(job, number).stream().toList(), left, null);
        });
    }

    /** The labels of a task, kept from being removed until the transaction ends. */
    private List<Long> labelsOf(long task) {
        var ids = labels.ofTask(task).all().stream().map(Label::id).toList();
        return rows.list(
                Sql.of("SELECT id FROM label WHERE id = ANY(?) ORDER BY id FOR KEY SHARE", ids),
                row -> row.getLong("id"));
    }

    /**
     * Takes a change set of a task back: what it touched becomes as it was before, unless it was touched again since.
     *
     * @throws ApiException 404 when the task has no such change set, 400 when it is too old
     */
    public Reverted undo(long task, long changeSet, long user) {
        return transaction(connection -> {
            var revisions = log.changeSet(task, changeSet);
            if (revisions.isEmpty()) {
                throw ApiException.notFound("Change set");
            }
            var undone = new Reverted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var present = labelsOf(task);
            var author = new Author(user, RevisionKind.UNDO, RevisionWriter.newChangeSet(connection));
            for (var revision : revisions) {
                undo(connection, task, revision, present, author, undone);
            }
            undone.revisions().forEach(revision -> touch.jobAlone(revision.job()));
            if (!undone.revisions().isEmpty()) {
                touch.task(task);
            }
            return undone;
        });
    }

    private void undo(
            Connection connection, long task, RevisionView revision, List<Long> present, Author author, Reverted undone)
            throws SQLException {
        long job = revision.job();
        var head = Head.lock(connection, task, job);
        if (!head.reaches(revision.number() - 1)) {
            throw ApiException.rule("The change set is too old to be undone");
        }
        long number = head.revision() + 1;
        var versions = new Versions(connection, task, job);
        var touched =
                new HashSet<>(versions.of(revision.number(), Integer.MAX_VALUE).all());
        new Past(connection, task, job).removeOf(revision.number(), number);
        var left = new Revival(connection, task, job, present).before(revision.number(), number);
        var done = versions.between(number - 1, number);
        done.all().forEach(touched::remove);
        left.forEach(object -> touched.remove(object.id()));
        undone.leftOut().addAll(left);
        undone.kept().addAll(touched.stream().sorted().toList());
        if (!done.counts().isEmpty()) {
            writer.write(connection, task, job, number, author, done.counts());
            undone.revisions().addAll(log.find(job, number).stream().toList());
        }
    }
}
