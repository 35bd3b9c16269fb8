package io.limn.task.annotation;

import io.limn.task.access.TaskScope;
import io.limn.task.access.Touch;
import io.limn.task.frameplan.ValidationPools;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
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
    private final Touch touch;

    TaskAnnotations(
            DataSource database,
            TaskJobsReader jobs,
            AnnotationRules rules,
            ValidationPools pools,
            AnnotationStream stream,
            Saves saves,
            Touch touch) {
        this.database = database;
        this.jobs = jobs;
        this.rules = rules;
        this.pools = pools;
        this.stream = stream;
        this.saves = saves;
        this.touch = touch;
    }

    /** Writes all annotations of a task, as they are at one moment. */
    void write(TaskScope task, OutputStream out) {
        var ranges = jobs.of(task);
        stream.write(
                rules.of(task.taskId()), connection -> new TaskMerge(ranges, stored(connection, ranges))::each, out);
    }

    private static JobObjects stored(Connection connection, TaskJobs jobs) {
        return (job, kind, first, last, sink) ->
                new AnnotationRows(connection, jobs.task(), jobs.range(job).id()).each(kind, first, last, sink);
    }

    /**
     * Saves, all jobs in one transaction.
     *
     * @return what is answered: what the jobs answer, put together
     */
    LabeledData save(TaskScope task, long user, Act act, LabeledData data) {
        var checked = withHoneypots(task, act, rules.check(task.taskId(), data));
        var ranges = act == Act.REPLACE || act == Act.CREATE ? jobs.of(task) : jobs.ofAnnotators(task);
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                return save(connection, ranges, user, act, edits(connection, ranges, act, checked));
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

    private static List<JobEdit> edits(Connection connection, TaskJobs jobs, Act act, LabeledData data)
            throws SQLException, IOException {
        return switch (act) {
            case REPLACE, CREATE ->
                new Slices(jobs).deal(data).stream().map(JobEdit::of).toList();
            case UPDATE -> new TaskEdit(connection, jobs).update(data);
            case DELETE -> new TaskEdit(connection, jobs).delete(data);
        };
    }

    private LabeledData save(Connection connection, TaskJobs jobs, long user, Act act, List<JobEdit> edits)
            throws SQLException, IOException {
        var answers = new ArrayList<LabeledData>();
        var changed = new ArrayList<Long>();
        for (int i = 0; i < jobs.size(); i++) {
            long job = jobs.range(i).id();
            var edit = edits.get(i);
            if (edit.isEmpty() && act != Act.REPLACE) {
                answers.add(edit.data());
            } else {
                var result = saves.save(connection, jobs.task(), job, user, act, edit);
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
