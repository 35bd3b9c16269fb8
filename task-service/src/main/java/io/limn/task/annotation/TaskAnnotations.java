package io.limn.task.annotation;

import io.limn.task.access.TaskScope;
import io.limn.task.access.Touch;
import io.limn.task.annotation.history.Author;
import io.limn.task.annotation.history.Conflicts;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.RevisionWriter;
import io.limn.task.frameplan.ValidationPools;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The annotations of whole tasks: read by putting those of its jobs together, saved by dealing them out to its jobs. */
@ApplicationScoped
class TaskAnnotations {
    private static final int LONGEST_SECONDS = 600;

    private final DataSource database;
    private final TaskJobsReader jobs;
    private final AnnotationRules rules;
    private final ValidationPools pools;
    private final AnnotationStream stream;
    private final Saves saves;
    private final Conflicts conflicts;
    private final Touch touch;

    TaskAnnotations(
            DataSource database,
            TaskJobsReader jobs,
            AnnotationRules rules,
            ValidationPools pools,
            AnnotationStream stream,
            Saves saves,
            Conflicts conflicts,
            Touch touch) {
        this.database = database;
        this.jobs = jobs;
        this.rules = rules;
        this.pools = pools;
        this.stream = stream;
        this.saves = saves;
        this.conflicts = conflicts;
        this.touch = touch;
    }

    /** The revision of a task: the sum of those of its jobs, so that it grows with each of them. */
    long revision(TaskScope task) {
        return TaskRevision.of(database, jobs.of(task)).number();
    }

    /** All annotations of a task, as they are at one moment. */
    JobReading read(TaskScope task) {
        var ranges = jobs.of(task);
        var revision = TaskRevision.of(database, ranges);
        return new JobReading(
                revision.number(),
                false,
                out -> stream.write(
                        rules.of(task.taskId()),
                        connection -> new TaskMerge(ranges, stored(connection, ranges, revision))::each,
                        out));
    }

    private static JobObjects stored(Connection connection, TaskJobs jobs, TaskRevision revision) throws SQLException {
        var rows = new ArrayList<AnnotationRows>();
        for (var range : jobs.ranges()) {
            rows.add(AnnotationRows.asOf(connection, jobs.task(), range.id(), revision.of(range.id())));
        }
        return (job, kind, first, last, sink) -> rows.get(job).each(kind, first, last, sink);
    }

    /**
     * Saves, all jobs in one transaction.
     *
     * @param match the revisions on which it may build
     * @return what the jobs answer, put together
     */
    Saved save(TaskScope task, long user, Act act, IfMatch match, LabeledData data) {
        var all = jobs.of(task);
        var checked = withHoneypots(task, act, rules.check(task.taskId(), data));
        var ranges = act == Act.REPLACE || act == Act.CREATE ? all : jobs.ofAnnotators(task);
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            if (act != Act.DELETE) {
                rules.hold(checked);
            }
            try (var connection = database.getConnection()) {
                require(connection, all, match);
                var author = new Author(user, act.revision(), RevisionWriter.newChangeSet(connection));
                var answer = save(connection, ranges, author, act, edits(connection, ranges, act, checked));
                return new Saved(answer, TaskRevision.of(connection, all).number());
            }
        });
    }

    private LabeledData withHoneypots(TaskScope task, Act act, LabeledData data) {
        var pool = pools.of(task.taskId());
        if (pool.isEmpty()) {
            return data;
        }
        if (act == Act.REPLACE || act == Act.CREATE) {
            return Honeypots.spread(data, pool.get());
        }
        Honeypots.refuse(data, pool.get());
        return data;
    }

    private void require(Connection connection, TaskJobs jobs, IfMatch match) throws SQLException {
        if (!match.any()) {
            Head.lockAll(connection, jobs.task());
            long revision = TaskRevision.of(connection, jobs).number();
            if (!match.allows(revision)) {
                throw conflicts.task(connection, jobs.task(), jobs.ids(), revision, match.lastBefore(revision));
            }
        }
    }

    private static List<JobEdit> edits(Connection connection, TaskJobs jobs, Act act, LabeledData data)
            throws SQLException, IOException {
        return switch (act) {
            case REPLACE, CREATE ->
                new Slices(jobs).deal(data).stream().map(JobEdit::of).toList();
            case UPDATE -> new TaskEdit(connection, jobs).update(data);
            case DELETE -> new TaskEdit(connection, jobs).delete(data);
        };
    }

    private LabeledData save(Connection connection, TaskJobs jobs, Author author, Act act, List<JobEdit> edits)
            throws SQLException, IOException {
        var answers = new ArrayList<LabeledData>();
        var changed = new ArrayList<Long>();
        for (int i = 0; i < jobs.size(); i++) {
            long job = jobs.range(i).id();
            var edit = edits.get(i);
            if (edit.isEmpty() && act != Act.REPLACE) {
                answers.add(edit.data());
            } else {
                var result = saves.save(connection, jobs.task(), job, author, act, IfMatch.ANY, edit);
                answers.add(result.answer());
                if (result.changed()) {
                    changed.add(job);
                }
            }
        }
        changed.forEach(touch::jobAlone);
        if (!changed.isEmpty()) {
            touch.task(jobs.task());
        }
        return TaskMerge.together(jobs, answers);
    }
}
