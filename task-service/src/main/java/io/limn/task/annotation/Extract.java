package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes one kind of annotations of a task or a job as of given revisions, one a line, for those who go through them
 * more than once: frames come in order. The last line says how many there were, so that a cut stream is noticed.
 */
@ApplicationScoped
class Extract {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();
    private static final int LONGEST_SECONDS = 3600;

    private final DataSource database;
    private final AnnotationRules rules;

    Extract(DataSource database, AnnotationRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * What is asked for.
     *
     * @param jobs      where the annotations are, several of a task are put together
     * @param revisions as of which each job is read
     * @param kind      which annotations
     * @param byFrame   whether tracks come by their first frame instead of by their number
     */
    record Request(TaskJobs jobs, Map<Long, Long> revisions, Kind kind, boolean byFrame) {}

    /** Writes what is asked for. */
    void write(Request request, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            try (var connection = database.getConnection();
                    var json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                try (var snapshot = connection.createStatement()) {
                    snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                }
                var writer =
                        new StoredAnnotationWriter(json, rules.of(request.jobs().task()));
                each(connection, request, json, writer);
                json.writeStartObject();
                json.writeNumberField("end", writer.count());
                json.writeEndObject();
            } catch (SQLException fault) {
                throw new IllegalStateException("Annotations could not be read", fault);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void each(Connection connection, Request request, JsonGenerator json, StoredAnnotationWriter writer)
            throws SQLException, IOException {
        var rows = new ArrayList<AnnotationRows>();
        for (var range : request.jobs().ranges()) {
            long revision = request.revisions().getOrDefault(range.id(), 0L);
            rows.add(AnnotationRows.asOf(connection, request.jobs().task(), range.id(), revision));
        }
        JobObjects objects = (job, kind, first, last, sink) -> {
            var range = request.jobs().range(job);
            rows.get(job).each(kind, Math.max(first, range.start()), Math.min(last, range.stop()), sink);
        };
        if (request.kind() != Kind.TRACK) {
            shapes(request, objects, writer::write);
        } else {
            tracks(request, objects, json, writer);
        }
    }

    /** Of one job as they come. Of several, what begins on frames of the next job waits for what that adds. */
    private static void shapes(Request request, JobObjects objects, AnnotationRows.Sink sink)
            throws SQLException, IOException {
        if (request.jobs().size() == 1) {
            objects.each(0, request.kind(), 0, Integer.MAX_VALUE, sink);
            return;
        }
        new FrameOrder(request.jobs(), objects, sink).run(request.kind());
    }

    private static void tracks(Request request, JobObjects objects, JsonGenerator json, StoredAnnotationWriter writer)
            throws SQLException, IOException {
        boolean several = request.jobs().size() > 1;
        if (!request.byFrame()) {
            int[] index = {0};
            merged(request, objects, track -> write(track, index[0]++, json, writer));
            return;
        }
        var numbers = new HashMap<Long, Integer>();
        List<Annotation> waiting = new ArrayList<>();
        merged(request, objects, track -> {
            numbers.put(track.id(), numbers.size());
            if (several) {
                waiting.add(track);
            }
        });
        if (several) {
            waiting.sort(Comparator.comparingInt(Annotation::firstKeyframe));
            for (var track : waiting) {
                write(track, numbers.get(track.id()), json, writer);
            }
            return;
        }
        windows(request, objects, track -> write(track, numbers.get(track.id()), json, writer));
    }

    /** The tracks of one job by frame: those of some frames at a time are sorted. */
    private static void windows(Request request, JobObjects objects, AnnotationRows.Sink sink)
            throws SQLException, IOException {
        var range = request.jobs().range(0);
        int step = Math.max(1, (range.stop() - range.start() + 1) / 100);
        for (int first = range.start(); first <= range.stop(); first += step) {
            var window = new ArrayList<Annotation>();
            objects.each(0, Kind.TRACK, first, first + step - 1, window::add);
            window.sort(Comparator.comparingInt(Annotation::frame));
            for (var track : window) {
                sink.accept(track);
            }
        }
    }

    private static void merged(Request request, JobObjects objects, AnnotationRows.Sink sink)
            throws SQLException, IOException {
        if (request.jobs().size() == 1) {
            objects.each(0, Kind.TRACK, 0, Integer.MAX_VALUE, sink);
        } else {
            new TaskMerge(request.jobs(), objects).each(Kind.TRACK, sink);
        }
    }

    private static void write(Annotation track, int number, JsonGenerator json, StoredAnnotationWriter writer)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", number);
        json.writeFieldName("track");
        writer.write(track);
        json.writeEndObject();
    }
}
