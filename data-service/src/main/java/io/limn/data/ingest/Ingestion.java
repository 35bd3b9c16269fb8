package io.limn.data.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.event.Outbox;
import io.limn.common.identity.ActiveUsers;
import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.common.work.Worker;
import io.limn.data.blob.BlobIntents;
import io.limn.data.media.SourceUnavailableException;
import io.limn.data.request.Requests;
import io.limn.data.upload.TaskData;
import io.limn.data.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes the data of a task out of uploaded files, and tells task-service of it, which then cuts jobs and has the last
 * word. What fails leaves the uploads as they are: the task can be given data again.
 */
@ApplicationScoped
public class Ingestion implements Worker {
    private final MediaReader reader;
    private final MediaStore store;
    private final Uploads uploads;
    private final ShareSources share;
    private final CloudSources cloud;
    private final RemoteSources remote;
    private final Requests requests;
    private final BlobIntents intents;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final ActiveUsers users;

    Ingestion(
            MediaReader reader,
            MediaStore store,
            Uploads uploads,
            ShareSources share,
            CloudSources cloud,
            RemoteSources remote,
            Requests requests,
            BlobIntents intents,
            Outbox outbox,
            ObjectMapper mapper,
            ActiveUsers users) {
        this.reader = reader;
        this.store = store;
        this.uploads = uploads;
        this.share = share;
        this.cloud = cloud;
        this.remote = remote;
        this.requests = requests;
        this.intents = intents;
        this.outbox = outbox;
        this.mapper = mapper;
        this.users = users;
    }

    @Override
    public String kind() {
        return TaskData.WORK;
    }

    @Override
    public void run(Lease lease) throws IOException, InterruptedException {
        var order = order(lease.payload());
        if (!users.isActive(order.user())) {
            throw new PermanentFailure("The user who asked for it is not active any more");
        }
        if (!report(lease, order, "Media files are being extracted...", 0)) {
            return;
        }
        Demands.check(order);
        var folder = "media/%d/%d-%d/".formatted(order.task().dataId(), order.number(), lease.attempt());
        intents.open(folder);
        try {
            make(lease, order, folder);
        } catch (SourceUnavailableException refused) {
            throw new PermanentFailure(refused.getMessage(), refused);
        } finally {
            if (!lease.isHeld()) {
                sweep(folder);
            }
        }
    }

    private void make(Lease lease, TaskData.Order order, String folder) throws IOException, InterruptedException {
        var media = reader.read(files(order, folder, lease), order.request(), folder, lease);
        var processed = Summary.of(order, media);
        report(lease, order, "Preparing the frames of the task", 0.9);
        lease.finish(() -> {
            store.save(order, media);
            outbox.add(DataProcessed.TOPIC, String.valueOf(order.task().taskId()), DataProcessed.TYPE, processed);
        });
    }

    /** What a cancelled attempt has made is removed at once: nobody else will. */
    private void sweep(String folder) {
        boolean interrupted = Thread.interrupted();
        try {
            intents.discard(folder);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private TaskData.Order order(JsonNode payload) {
        try {
            return mapper.treeToValue(payload, TaskData.Order.class);
        } catch (JsonProcessingException misunderstood) {
            throw new IllegalStateException("The order cannot be read", misunderstood);
        }
    }

    /** Shows how far the work is; false when nobody waits for it any more. */
    private boolean report(Lease lease, TaskData.Order order, String message, double progress) {
        var wanted = new AtomicBoolean();
        lease.commit(() -> wanted.set(requests.progress(order.number(), message, progress)));
        return wanted.get();
    }

    private List<SourceFile> files(TaskData.Order order, String folder, Lease lease) throws IOException {
        var request = order.request();
        var files = new ArrayList<SourceFile>();
        uploads.complete(TaskData.collection(order.task().taskId()))
                .forEach(upload -> files.add(new SourceFile(upload.name(), uploads.parts(upload.id()))));
        files.addAll(
                request.isOfCloud()
                        ? cloud.files(request, folder + "cloud/", lease)
                        : share.files(request, folder + "share/"));
        files.addAll(remote.fetch(request.remoteFiles(), folder + "remote/", lease));
        return files;
    }

    @Override
    public void failed(JsonNode payload, String message) {
        var order = order(payload);
        requests.fail(order.number(), message);
        outbox.add(
                DataProcessed.TOPIC,
                String.valueOf(order.task().taskId()),
                "data.failed",
                Map.of("task_id", order.task().taskId(), "request_id", order.number(), "message", message));
    }
}
