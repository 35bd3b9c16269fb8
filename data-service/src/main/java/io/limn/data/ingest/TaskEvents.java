package io.limn.data.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.event.Event;
import io.limn.common.event.EventHandler;
import io.limn.data.blob.BlobIntents;
import io.limn.data.database.Database;
import io.limn.data.frame.DerivedMedia;
import io.limn.data.request.RequestSubjects;
import io.limn.data.request.Requests;
import io.limn.data.upload.TaskData;
import io.limn.data.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows what task-service makes of data: jobs, a refusal, or at last nothing more. */
@ApplicationScoped
public class TaskEvents implements EventHandler {
    private final Requests requests;
    private final Uploads uploads;
    private final MediaStore media;
    private final BlobIntents intents;
    private final Database database;
    private final DerivedMedia derived;
    private final RequestSubjects subjects;

    TaskEvents(
            Requests requests,
            Uploads uploads,
            MediaStore media,
            BlobIntents intents,
            Database database,
            DerivedMedia derived,
            RequestSubjects subjects) {
        this.requests = requests;
        this.uploads = uploads;
        this.media = media;
        this.intents = intents;
        this.database = database;
        this.derived = derived;
        this.subjects = subjects;
    }

    @Override
    public String topic() {
        return "limn.task";
    }

    @Override
    public Set<String> types() {
        return Set.of("task.ready", "task.rejected", "task.purged", "task.transferred", "project.transferred");
    }

    @Override
    public void handle(Event event) {
        var data = event.data();
        long task = data.path("task_id").asLong();
        switch (event.type()) {
            case "task.ready" -> ready(task, data);
            case "task.rejected" -> rejected(data);
            case "task.transferred" -> transferred(RequestSubjects.Kind.TASK, task, data);
            case "project.transferred" ->
                transferred(
                        RequestSubjects.Kind.PROJECT, data.path("project_id").asLong(), data);
            default -> purged(task, data);
        }
    }

    /** The uploads have become media; what was not taken of them is removed. */
    private void ready(long task, JsonNode data) {
        requests.finish(data.path("request_id").asLong(), null, null);
        var record = dataOf(data.path("request_id").asLong());
        if (record == 0) {
            return;
        }
        var adopted = media.adopted(record);
        var collection = TaskData.collection(task);
        uploads.blobs(collection).stream().filter(key -> !adopted.contains(key)).forEach(intents::discard);
        uploads.forget(collection);
    }

    private void rejected(JsonNode data) {
        long request = data.path("request_id").asLong();
        requests.fail(request, data.path("message").asText());
        long record = dataOf(request);
        if (record != 0) {
            media.drop(record);
            derived.dropMedia(record);
        }
    }

    private void transferred(RequestSubjects.Kind kind, long id, JsonNode data) {
        var organization = data.path("organization_id");
        subjects.transfer(
                kind,
                id,
                organization.isNumber() ? organization.asLong() : null,
                data.path("organization_slug").asText(null));
    }

    private void purged(long task, JsonNode data) {
        long record = data.path("data_id").asLong();
        var collection = TaskData.collection(task);
        media.adopted(record).forEach(intents::discard);
        media.drop(record);
        derived.dropMedia(record);
        uploads.blobs(collection).forEach(intents::discard);
        uploads.forget(collection);
        requests.forgetTask(task);
    }

    private long dataOf(long request) {
        return database.first("SELECT data_id FROM media WHERE request_id = ?", row -> row.getLong(1), request)
                .orElse(0L);
    }
}
