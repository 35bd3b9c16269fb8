package io.limn.task.annotation;

import io.limn.task.access.Touch;
import io.limn.task.annotation.history.Author;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.History;
import io.limn.task.job.JobScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

/** The annotations of jobs: reads them as a stream, saves them as revisions. */
@ApplicationScoped
class JobAnnotations {
    private static final int LONGEST_SECONDS = 600;
    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final AnnotationRules rules;
    private final AnnotationStream stream;
    private final Snapshots snapshots;
    private final Saves saves;
    private final Touch touch;

    JobAnnotations(
            DataSource database,
            AnnotationRules rules,
            AnnotationStream stream,
            Snapshots snapshots,
            Saves saves,
            Touch touch) {
        this.database = database;
        this.rules = rules;
        this.stream = stream;
        this.snapshots = snapshots;
        this.saves = saves;
        this.touch = touch;
    }

    private Head head(JobScope job) {
        try (var connection = database.getConnection()) {
            return Head.of(connection, job.id());
        } catch (SQLException fault) {
            throw new IllegalStateException("The revision of a job could not be read", fault);
        }
    }

    /** The number of the last revision of a job. */
    long revision(JobScope job) {
        return head(job).revision();
    }

    /**
     * All annotations of a job as of a revision that holds, from the snapshot when there is one.
     *
     * @param compressed whether the client takes a compressed answer
     */
    JobReading read(JobScope job, long revision, boolean compressed) {
        var kept = snapshots.find(job.id(), revision);
        if (kept.isEmpty()) {
            return new JobReading(revision, false, out -> {
                if (write(job, revision, out) >= Snapshots.LARGE) {
                    QuarkusTransaction.requiringNew().run(() -> snapshots.ask(job.taskId(), job.id(), revision));
                }
            });
        }
        return new JobReading(revision, compressed, out -> {
            try (var bytes = compressed ? kept.get() : new GZIPInputStream(kept.get(), BUFFER)) {
                copy(bytes, out);
            }
        });
    }

    private static void copy(java.io.InputStream bytes, OutputStream out) throws java.io.IOException {
        var piece = new byte[BUFFER];
        for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
            out.write(piece, 0, count);
        }
    }

    /**
     * All annotations as of a former revision.
     *
     * @throws io.limn.common.api.ApiException 404 when it is not there
     */
    JobReading readFormer(JobScope job, long revision) {
        History.requireReadable(head(job), revision);
        return new JobReading(revision, false, out -> write(job, revision, out));
    }

    private long write(JobScope job, long revision, OutputStream out) {
        return stream.write(
                rules.of(job.taskId()),
                connection -> AnnotationRows.asOf(connection, job.taskId(), job.id(), revision)::each,
                out);
    }

    /**
     * Saves, in one transaction.
     *
     * @param match the revisions on which it may build
     */
    Saved save(JobScope job, long user, Act act, IfMatch match, LabeledData data) {
        var checked = rules.check(job.taskId(), data);
        var author = Author.alone(user, act.revision());
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            if (act != Act.DELETE) {
                rules.hold(checked);
            }
            try (var connection = database.getConnection()) {
                var result = saves.save(connection, job.taskId(), job.id(), author, act, match, JobEdit.of(checked));
                if (result.changed()) {
                    touch.job(job.id());
                }
                return new Saved(result.answer(), result.revision());
            }
        });
    }
}
