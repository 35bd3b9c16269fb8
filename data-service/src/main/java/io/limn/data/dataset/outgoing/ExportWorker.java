package io.limn.data.dataset.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.common.blob.BlobStore;
import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.common.work.Worker;
import io.limn.data.blob.BlobIntents;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.archive.PartsOutput;
import io.limn.data.dataset.content.Person;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.Formats;
import io.limn.data.dataset.remote.Facts;
import io.limn.data.dataset.remote.RemoteSource;
import io.limn.data.dataset.remote.Subjects;
import io.limn.data.dataset.remote.TaskService;
import io.limn.data.decoder.Decoder;
import io.limn.data.media.SourceIndex;
import io.limn.data.request.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;

/** Writes datasets: the archive goes into the store while it is written. */
@ApplicationScoped
public class ExportWorker implements Worker {
    /** The kind of work. */
    public static final String KIND = "dataset-export";

    private static final long REPORT_MILLIS = 500;

    private final TaskService service;
    private final SourceIndex index;
    private final Decoder decoder;
    private final Formats formats;
    private final Requests requests;
    private final ExportFiles files;
    private final BlobStore store;
    private final BlobIntents intents;
    private final ObjectMapper mapper;

    ExportWorker(
            TaskService service,
            SourceIndex index,
            Decoder decoder,
            Formats formats,
            Requests requests,
            ExportFiles files,
            BlobStore store,
            BlobIntents intents,
            ObjectMapper mapper) {
        this.service = service;
        this.index = index;
        this.decoder = decoder;
        this.formats = formats;
        this.requests = requests;
        this.files = files;
        this.store = store;
        this.intents = intents;
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
            if (!order.collection().equals("projects") && !facts.hasData()) {
                throw DatasetException.inexpressible("The task has no data");
            }
            write(order, facts, lease);
        } catch (DatasetException refused) {
            lease.finish(() -> requests.fail(order.request(), refused.message()));
        } catch (ApiException gone) {
            lease.finish(() -> requests.fail(
                    order.request(),
                    "The " + ExportOrder.target(order.collection()) + " cannot be exported any more\n"));
        }
    }

    private void write(ExportOrder order, Facts facts, Lease lease) throws IOException {
        var content = content(order, facts);
        var known = files.reuse(content);
        var name = name(order, facts);
        if (known.isPresent()) {
            lease.finish(() -> finish(order, known.get(), name));
            return;
        }
        var folder = "exports/" + lease.id() + "-" + lease.attempt() + "/";
        intents.open(folder);
        var output = new PartsOutput(store, folder);
        try (var archive = new ArchiveWriter(output)) {
            var subject = Subjects.of(facts, people(facts), order.origin(), index);
            var source = new RemoteSource(
                    service, index, decoder, facts, subject, order.media(), progress(order, facts, lease));
            formats.exporter(order.format())
                    .orElseThrow(() -> DatasetException.value("Unknown format"))
                    .export(source, archive);
            archive.finish();
        }
        lease.finish(() -> finish(order, files.add(content, folder, output.parts()), name));
    }

    private void finish(ExportOrder order, ExportFiles.File file, String name) {
        files.assign(order.request(), file, name);
        var path = "/api/" + order.collection() + "/" + order.id() + "/dataset/download?rq_id="
                + java.net.URLEncoder.encode(order.rqId(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("%7E", "~");
        requests.finish(order.request(), path, null);
    }

    private Map<Long, Person> people(Facts facts) {
        var ids = new HashSet<Long>();
        ids.add(facts.ownerId());
        ids.add(facts.assigneeId());
        facts.tasks().forEach(task -> {
            ids.add(task.ownerId());
            ids.add(task.assigneeId());
        });
        if (facts.job() != null) {
            ids.add(facts.job().assigneeId());
        }
        ids.remove(null);
        return service.people(ids);
    }

    /** Formats go through the frames more than once: how far they are is a guess that never goes back. */
    private RemoteSource.Watch progress(ExportOrder order, Facts facts, Lease lease) {
        long frames =
                Math.max(1, facts.tasks().stream().mapToLong(Facts.Task::size).sum());
        return new RemoteSource.Watch() {
            private long done;
            private long reported = System.currentTimeMillis();

            @Override
            public void frame() {
                done++;
                long now = System.currentTimeMillis();
                if (now - reported >= REPORT_MILLIS) {
                    reported = now;
                    lease.check();
                    if (!requests.progress(order.request(), "", Math.min(0.99, done / (2.0 * frames + 1)))) {
                        throw new PermanentFailure("The request was cancelled");
                    }
                }
            }
        };
    }

    /** What a file is of: equal content has equal names. */
    private static String content(ExportOrder order, Facts facts) {
        long revisions = 0;
        for (var task : facts.tasks()) {
            revisions = revisions * 31
                    + task.revisions().hashCode()
                    + task.updatedDate().hashCode();
        }
        return order.collection() + "/" + order.id() + "/" + facts.updatedDate() + "/" + Long.toHexString(revisions)
                + "/" + order.format() + "/" + order.media() + "/" + order.origin();
    }

    private static String name(ExportOrder order, Facts facts) {
        return order.filename() != null && !order.filename().isBlank()
                ? order.filename()
                : FileName.of(order, facts.updatedDate());
    }

    private ExportOrder order(JsonNode payload) {
        try {
            return mapper.treeToValue(payload, ExportOrder.class);
        } catch (JsonProcessingException misunderstood) {
            throw new UncheckedIOException(misunderstood);
        }
    }

    @Override
    public void failed(JsonNode payload, String message) {
        requests.fail(payload.path("request").asLong(), message);
    }
}
