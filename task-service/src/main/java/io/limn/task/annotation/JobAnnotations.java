package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.common.event.Outbox;
import io.limn.task.access.Touch;
import io.limn.task.job.JobScope;
import io.limn.task.label.LabelCatalog;
import io.limn.task.label.TaskLabels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The annotations of jobs: reads them as a stream, saves them as revisions. */
@ApplicationScoped
class JobAnnotations {
    private static final JsonFactory JSON = new JsonFactory();

    private final DataSource database;
    private final LabelCatalog labels;
    private final Outbox outbox;
    private final Touch touch;

    JobAnnotations(DataSource database, LabelCatalog labels, Outbox outbox, Touch touch) {
        this.database = database;
        this.labels = labels;
        this.outbox = outbox;
        this.touch = touch;
    }

    /** Writes all annotations of a job, as they are at one moment. */
    void write(JobScope job, OutputStream out) {
        var rules = rules(labels.ofTask(job.taskId()));
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            try (var connection = database.getConnection();
                    var json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                try (var snapshot = connection.createStatement()) {
                    snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                }
                var rows = new AnnotationRows(connection, job.taskId(), job.id());
                var writer = new StoredAnnotationWriter(json, rules);
                json.writeStartObject();
                json.writeNumberField("version", 0);
                list(json, "tags", Kind.TAG, rows, writer);
                list(json, "shapes", Kind.SHAPE, rows, writer);
                list(json, "tracks", Kind.TRACK, rows, writer);
                json.writeEndObject();
            } catch (SQLException fault) {
                throw new IllegalStateException("The annotations of a job could not be read", fault);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void list(
            JsonGenerator json, String name, Kind kind, AnnotationRows rows, StoredAnnotationWriter writer)
            throws SQLException, IOException {
        json.writeArrayFieldStart(name);
        rows.each(kind, writer::write);
        json.writeEndArray();
    }

    /**
     * Saves, in one transaction.
     *
     * @return what is answered: the annotations of the request with their ids
     */
    LabeledData save(JobScope job, long user, Act act, LabeledData data) {
        var rules = rules(labels.ofTask(job.taskId()));
        var checked = data.map(rules::check);
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            try (var connection = database.getConnection()) {
                var revisions = new Revisions(connection, job.taskId(), job.id());
                long number = revisions.next();
                var outcome = new Save(connection, job.taskId(), job.id(), checked).apply(act, checked);
                boolean asked = act == Act.DELETE
                        ? data.size() > 0
                        : !outcome.revision().isEmpty();
                if (asked) {
                    revisions.record(number, act, user, outcome.revision());
                    announce(job, number, outcome.revision());
                    touch.job(job.id());
                }
                return outcome.answer();
            }
        });
    }

    private void announce(JobScope job, long number, Revision revision) {
        outbox.add(
                "limn.task",
                String.valueOf(job.taskId()),
                "annotations.saved",
                Map.of(
                        "task_id", job.taskId(),
                        "job_id", job.id(),
                        "revision", number,
                        "created", revision.created(),
                        "updated", revision.updated(),
                        "deleted", revision.removed().size()));
    }

    private static LabelRules rules(TaskLabels labels) {
        var rules = new HashMap<Long, List<LabelRules.Spec>>();
        labels.all()
                .forEach(label -> rules.put(
                        label.id(),
                        label.attributes().stream()
                                .map(spec -> new LabelRules.Spec(
                                        spec.id(),
                                        spec.mutable(),
                                        spec.inputType().equals("checkbox"),
                                        spec.defaultValue()))
                                .toList()));
        return new LabelRules(rules);
    }
}
