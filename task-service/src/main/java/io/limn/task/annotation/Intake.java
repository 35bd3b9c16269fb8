package io.limn.task.annotation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.task.access.TaskScope;
import io.limn.task.access.Touch;
import io.limn.task.annotation.history.Author;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.Past;
import io.limn.task.annotation.history.RevisionKind;
import io.limn.task.annotation.history.RevisionWriter;
import io.limn.task.frameplan.ValidationPool;
import io.limn.task.frameplan.ValidationPools;
import io.limn.task.job.JobAccess;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Replaces annotations by those of a stream, in one transaction and in memory that does not grow with it. A stream that
 * breaks off before its last line changes nothing.
 */
@ApplicationScoped
class Intake {
    private static final int LONGEST_SECONDS = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final AnnotationRules rules;
    private final ValidationPools pools;
    private final TaskJobsReader ranges;
    private final JobAccess jobs;
    private final RevisionWriter revisions;
    private final Snapshots snapshots;
    private final Touch touch;

    Intake(
            DataSource database,
            AnnotationRules rules,
            ValidationPools pools,
            TaskJobsReader ranges,
            JobAccess jobs,
            RevisionWriter revisions,
            Snapshots snapshots,
            Touch touch) {
        this.database = database;
        this.rules = rules;
        this.pools = pools;
        this.ranges = ranges;
        this.jobs = jobs;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.touch = touch;
    }

    /**
     * Replaces the annotations of a task, or of one of its jobs.
     *
     * @param job  {@code null} for the whole task
     * @param user who asked for it
     * @return how many annotations came
     * @throws ApiException 400 when one does not fit, or the stream breaks off
     */
    long replace(TaskScope task, Long job, Long user, InputStream lines) {
        var where = job == null ? ranges.of(task) : one(task, job);
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                var run = new Run(connection, task, where, job == null ? pools.of(task.taskId()) : Optional.empty());
                run.begin();
                long count = run.read(lines);
                run.end(user, job == null);
                return count;
            } catch (SQLException fault) {
                throw new IllegalStateException("Annotations could not be written", fault);
            }
        });
    }

    private TaskJobs one(TaskScope task, long job) {
        var scope = jobs.find(job).orElseThrow(() -> ApiException.notFound("Job"));
        return new TaskJobs(
                task.taskId(),
                List.of(new JobRange(scope.id(), scope.startFrame(), scope.stopFrame())),
                0,
                "3d".equals(task.dimension()));
    }

    private final class Run {
        private final Connection connection;
        private final TaskScope task;
        private final TaskJobs where;
        private final Optional<ValidationPool> pool;
        private final Slices slices;
        private final long[] numbers;
        private final int[] removed;
        private final int[] added;

        Run(Connection connection, TaskScope task, TaskJobs where, Optional<ValidationPool> pool) {
            this.connection = connection;
            this.task = task;
            this.where = where;
            this.pool = pool;
            slices = new Slices(where);
            numbers = new long[where.size()];
            removed = new int[where.size()];
            added = new int[where.size()];
        }

        /** Labels are held before the heads of jobs, as everywhere. */
        void begin() throws SQLException {
            var labels = rules.of(task.taskId()).labels().keySet();
            try (var hold =
                    connection.prepareStatement("SELECT id FROM label WHERE id = ANY(?) ORDER BY id FOR KEY SHARE")) {
                hold.setArray(1, connection.createArrayOf("bigint", labels.toArray()));
                hold.execute();
            }
            for (int i = 0; i < where.size(); i++) {
                long job = where.range(i).id();
                numbers[i] = Head.lock(connection, task.taskId(), job).revision() + 1;
                removed[i] = new Past(connection, task.taskId(), job).removeAll(numbers[i]);
            }
        }

        long read(InputStream lines) throws IOException, SQLException {
            long count = 0;
            var reader = new LineReader(lines);
            for (var line = reader.next(); line != null; line = reader.next()) {
                if (line.length > 6 && line[2] == 'e' && line[3] == 'n' && line[4] == 'd') {
                    if (JSON.readTree(line).path("end").asLong(-1) != count) {
                        break;
                    }
                    return count;
                }
                var data = new BodyReader(IdRule.ABSENT).read(new ByteArrayInputStream(line));
                count += data.size();
                add(rules.check(task.taskId(), data));
            }
            throw ApiException.rule("The annotations broke off before their end");
        }

        private void add(LabeledData data) throws IOException, SQLException {
            var all = pool.map(known -> Honeypots.spread(data, known)).orElse(data);
            var parts = slices.deal(all);
            for (int i = 0; i < where.size(); i++) {
                var part = parts.get(i);
                if (part.size() == 0) {
                    continue;
                }
                var ids = new AnnotationIds(connection, AnnotationIds.count(part.all()));
                var stored = new ArrayList<Annotation>(part.size());
                for (var annotation : part.all()) {
                    if (annotation.kind() == Kind.TRACK) {
                        if (!annotation.keyframes().isEmpty()) {
                            stored.add(ids.assign(TrackNormalizer.normalize(annotation), Set.of()));
                        }
                    } else {
                        stored.add(ids.assign(annotation, Set.of()));
                    }
                }
                new CopyRows(connection, task.taskId(), where.range(i).id(), numbers[i]).add(stored);
                added[i] += stored.size();
            }
        }

        void end(Long user, boolean whole) throws SQLException {
            var set = whole ? Long.valueOf(RevisionWriter.newChangeSet(connection)) : null;
            var author = new Author(user, RevisionKind.REPLACE, set);
            var changed = new ArrayList<Long>();
            for (int i = 0; i < where.size(); i++) {
                if (added[i] + removed[i] > 0) {
                    long job = where.range(i).id();
                    revisions.write(
                            connection, task.taskId(), job, numbers[i], author, new Counts(added[i], 0, removed[i]));
                    if (added[i] >= Snapshots.LARGE) {
                        snapshots.ask(task.taskId(), job, numbers[i]);
                    }
                    changed.add(job);
                }
            }
            changed.forEach(touch::jobAlone);
            if (!changed.isEmpty()) {
                touch.task(task.taskId());
            }
        }
    }
}
