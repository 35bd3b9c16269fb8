package io.limn.data.dataset.incoming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.common.work.Lease;
import io.limn.common.work.Worker;
import io.limn.data.dataset.archive.ArchiveLimits;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.Formats;
import io.limn.data.dataset.intake.TargetSink;
import io.limn.data.dataset.remote.Facts;
import io.limn.data.dataset.remote.LinesOutput;
import io.limn.data.dataset.remote.TaskService;
import io.limn.data.ingest.Sources;
import io.limn.data.request.Requests;
import io.limn.data.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads datasets: annotations go to task-service while the file is read, and count once all of them are there. */
@ApplicationScoped
public class ImportWorker implements Worker {
    /** The kind of work. */
    public static final String KIND = "dataset-import";

    private final TaskService service;
    private final Targets targets;
    private final Formats formats;
    private final Requests requests;
    private final Uploads uploads;
    private final Sources sources;
    private final ObjectMapper mapper;

    ImportWorker(
            TaskService service,
            Targets targets,
            Formats formats,
            Requests requests,
            Uploads uploads,
            Sources sources,
            ObjectMapper mapper) {
        this.service = service;
        this.targets = targets;
        this.formats = formats;
        this.requests = requests;
        this.uploads = uploads;
        this.sources = sources;
        this.mapper = mapper;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) throws IOException {
        var order = order(lease.payload());
        if (!requests.progress(order.request(), "", 0)) {
            return;
        }
        try {
            var facts = service.facts(order.collection(), order.id());
            var importer = formats.importer(order.format()).orElseThrow(() -> DatasetException.value("Unknown format"));
            read(order, facts, importer);
            lease.finish(() -> {
                uploads.remove(order.upload());
                requests.finish(order.request(), null, null);
            });
        } catch (DatasetException refused) {
            fail(order, refused.message(), lease);
        } catch (ApiException gone) {
            fail(order, "The target of the import is gone\n", lease);
        }
    }

    private void fail(ImportOrder order, String message, Lease lease) {
        lease.finish(() -> {
            uploads.remove(order.upload());
            requests.fail(order.request(), message);
        });
    }

    private void read(ImportOrder order, Facts facts, DatasetImporter importer) throws IOException {
        var target = targets.of(facts);
        var pipe = new Pipe();
        var reading = new FutureTask<Void>(() -> {
            try (var archive = ImportArchive.open(
                            order.fileName(), sources.open(uploads.parts(order.upload())), ArchiveLimits.USUAL);
                    var out = pipe.output()) {
                var lines = new LinesOutput(out);
                var sink = new TargetSink(importer.description(), order.polygons(), target, lines);
                importer.read(archive, sink);
                sink.finish();
                lines.finish();
                return null;
            } catch (IOException | RuntimeException fault) {
                pipe.tear();
                throw fault;
            }
        });
        var thread =
                Thread.ofPlatform().name("dataset-import-" + order.request()).start(reading);
        long user = order.user();
        Long job = facts.job() == null ? null : Long.valueOf(facts.job().id());
        try {
            service.replace(facts.tasks().getFirst().id(), job, user, pipe.input());
        } catch (IOException | DatasetException broken) {
            pipe.tear();
            // What the reader has to say comes first: task-service only sees that the stream broke off.
            rethrow(reading, broken);
            throw broken;
        } finally {
            pipe.tear();
            thread.interrupt();
        }
    }

    private static void rethrow(FutureTask<Void> reading, Exception other) {
        try {
            reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof DatasetException refused) {
                throw refused;
            }
            other.addSuppressed(fault.getCause());
        }
    }

    private ImportOrder order(JsonNode payload) {
        try {
            return mapper.treeToValue(payload, ImportOrder.class);
        } catch (JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    @Override
    public void failed(JsonNode payload, String message) {
        uploads.remove(payload.path("upload").asLong());
        requests.fail(payload.path("request").asLong(), message);
    }
}
