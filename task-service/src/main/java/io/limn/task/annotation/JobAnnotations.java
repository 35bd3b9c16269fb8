package io.limn.task.annotation;

import io.limn.task.access.Touch;
import io.limn.task.job.JobScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import javax.sql.DataSource;

/** The annotations of jobs: reads them as a stream, saves them as revisions. */
@ApplicationScoped
class JobAnnotations {
    private static final int LONGEST_SECONDS = 600;

    private final DataSource database;
    private final AnnotationRules rules;
    private final AnnotationStream stream;
    private final Saves saves;
    private final Touch touch;

    JobAnnotations(DataSource database, AnnotationRules rules, AnnotationStream stream, Saves saves, Touch touch) {
        this.database = database;
        this.rules = rules;
        this.stream = stream;
        this.saves = saves;
        this.touch = touch;
    }

    /** Writes all annotations of a job, as they are at one moment. */
    void write(JobScope job, OutputStream out) {
        stream.write(
                rules.of(job.taskId()),
                connection -> new AnnotationRows(connection, job.taskId(), job.id())::each,
                out);
    }

    /**
     * Saves, in one transaction.
     *
     * @return what is answered: the annotations of the request with their ids
     */
    LabeledData save(JobScope job, long user, Act act, LabeledData data) {
        var checked = rules.check(job.taskId(), data);
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                var result = saves.save(connection, job.taskId(), job.id(), user, act, JobEdit.of(checked));
                if (result.changed()) {
                    touch.job(job.id());
                }
                return result.answer();
            }
        });
    }
}
