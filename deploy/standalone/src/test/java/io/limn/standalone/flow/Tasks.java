package io.limn.standalone.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Steps that flows share: make a task, bring media in, look at what came of it. */
final class Tasks {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Map<String, Object> SETTINGS = Map.of("image_quality", 70, "use_zip_chunks", true);

    private final ApiClient client;

    Tasks(ApiClient client) {
        this.client = client;
    }

    int create(Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.putIfAbsent("name", "a flow");
        body.putIfAbsent("labels", List.of(Map.of("name", "car"), Map.of("name", "person")));
        return client.create("/api/tasks", body).path("id").asInt();
    }

    /** Uploads in a session of forms and waits until the task has its frames. */
    JsonNode upload(int task, List<Attachment> files) {
        return finished(task, new Uploads(client).inForms(task, files, SETTINGS));
    }

    /** Uploads piece by piece and waits until the task has its frames. */
    JsonNode uploadResumably(int task, Attachment file) {
        return finished(task, new Uploads(client).resumable(task, file, SETTINGS));
    }

    List<Integer> jobs(int task) {
        List<Integer> jobs = new ArrayList<>();
        client.get("/api/jobs?sort=id&task_id=" + task)
                .path("results")
                .forEach(job -> jobs.add(job.path("id").asInt()));
        return jobs;
    }

    int label(int task, String name) {
        for (JsonNode label : client.get("/api/labels?task_id=" + task).path("results")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("id").asInt();
            }
        }
        throw new AssertionError("task " + task + " has no label " + name);
    }

    JsonNode jobMeta(int job) {
        return client.get("/api/jobs/" + job + "/data/meta");
    }

    /** The pictures in a chunk of a job, which is an archive. */
    List<byte[]> chunk(int job, int index) {
        byte[] archive = client.send(
                        "GET", "/api/jobs/" + job + "/data?type=chunk&quality=compressed&index=" + index, null)
                .expect(200)
                .bytes();
        List<byte[]> pictures = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                pictures.add(zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures;
    }

    /** A rectangle as the web UI sends it. */
    static Map<String, Object> rectangle(int frame, int label, List<Double> points) {
        return Map.ofEntries(
                Map.entry("type", "rectangle"),
                Map.entry("occluded", false),
                Map.entry("outside", false),
                Map.entry("z_order", 0),
                Map.entry("points", points),
                Map.entry("rotation", 0),
                Map.entry("attributes", List.of()),
                Map.entry("elements", List.of()),
                Map.entry("frame", frame),
                Map.entry("label_id", label),
                Map.entry("group", 0),
                Map.entry("source", "manual"));
    }

    private JsonNode finished(int task, String request) {
        new BackgroundRequests(client).await(request, LONGEST);
        return client.get("/api/tasks/" + task);
    }
}
