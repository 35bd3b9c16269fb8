package io.limn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.BackgroundRequests;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A task with large pictures. */
final class LargeTask {
    static final int PICTURES = 500;
    private static final int FILES_PER_FORM = 25;

    private LargeTask() {}

    /** An empty task. */
    static int empty(ApiClient client) {
        return client.create("/api/tasks", Map.of("name", "bench", "labels", List.of(Map.of("name", "car"))))
                .path("id")
                .asInt();
    }

    /** Sends the pictures in forms, few at a time in memory; the background request that takes them in. */
    static String send(ApiClient client, int task, LargePictures pictures) {
        String path = "/api/tasks/" + task + "/data";
        client.send("POST", path, Map.of(), "Upload-Start", "true").expect(202);
        for (int from = 0; from < PICTURES; from += FILES_PER_FORM) {
            var files = pictures.files(from, Math.min(PICTURES, from + FILES_PER_FORM));
            client.multipart(path, Map.of("image_quality", "70"), "client_files[%d]", files, "Upload-Multiple", "true")
                    .expect(200);
        }
        return client.begin(path, Map.of("image_quality", 70), "Upload-Finish", "true");
    }

    /** Waits until a task is ready; its only job. */
    static int await(ApiClient client, int task, String request) {
        new BackgroundRequests(client).await(request, Duration.ofMinutes(10));
        JsonNode jobs = client.get("/api/jobs?task_id=" + task);
        return jobs.path("results").path(0).path("id").asInt();
    }
}
