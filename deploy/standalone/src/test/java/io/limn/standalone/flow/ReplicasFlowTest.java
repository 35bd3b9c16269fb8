package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.S3Server;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with two replicas of the services that carry it, and objects in S3 instead of a folder. */
class ReplicasFlowTest {
    private static S3Server storage;
    private static RunningSuite suite;

    @BeforeAll
    static void twoOfEach(@TempDir Path folder) {
        storage = S3Server.start(folder);
        suite = RunningSuite.start(
                List.of("--replicas", "data=2,task=2"),
                Map.of(
                        "LIMN_BLOB_KIND", "s3",
                        "LIMN_BLOB_S3_ENDPOINT", storage.endpoint().toString(),
                        "LIMN_BLOB_S3_BUCKET", S3Server.BUCKET,
                        "LIMN_BLOB_S3_ACCESS_KEY", S3Server.KEY,
                        "LIMN_BLOB_S3_SECRET_KEY", S3Server.KEY));
    }

    @AfterAll
    static void stop() {
        suite.close();
        storage.close();
    }

    @Test
    void anUploadThatBrokeOffGoesOnAtAnotherReplica() {
        ApiClient user = suite.newUser();
        var tasks = new Tasks(user);
        int task = tasks.create(Map.of("segment_size", 4));
        Attachment archive = Media.zip("pictures.zip", Media.folder("upload", 12));
        String location = begin(user, task, archive);
        int half = archive.content().length / 2;

        send(user, location, archive.content(), 0, half);
        suite.kill("data-service");
        long offset = Long.parseLong(user.send("HEAD", location, null, "Tus-Resumable", "1.0.0")
                .expect(200)
                .header("Upload-Offset")
                .orElseThrow());
        assertThat(offset).isEqualTo(half);
        send(user, location, archive.content(), half, archive.content().length);
        suite.restart("data-service");
        String request =
                user.begin("/api/tasks/" + task + "/data", Map.of("image_quality", 70), "Upload-Finish", "true");

        new BackgroundRequests(user).await(request, Duration.ofMinutes(2));
        List<Integer> jobs = tasks.jobs(task);
        assertThat(jobs).hasSize(3);
        assertThat(tasks.chunk(jobs.getLast(), 0)).hasSize(4);
        assertThat(tasks.jobMeta(jobs.getFirst()).path("frames")).hasSize(4);
        user.put(
                "/api/jobs/" + jobs.getFirst() + "/annotations",
                Map.of("shapes", List.of(Tasks.rectangle(1, tasks.label(task, "car"), List.of(1.0, 2.0, 30.0, 40.0)))));
        assertThat(user.get("/api/jobs/" + jobs.getFirst() + "/annotations").path("shapes"))
                .hasSize(1);
    }

    private static String begin(ApiClient user, int task, Attachment file) {
        var name = Base64.getEncoder().encodeToString(file.name().getBytes(StandardCharsets.UTF_8));
        return user.send(
                        "POST",
                        "/api/tasks/" + task + "/data/",
                        null,
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(file.content().length),
                        "Upload-Metadata",
                        "filename " + name)
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private static void send(ApiClient user, String location, byte[] content, int from, int to) {
        user.exchange(
                        "PATCH",
                        location,
                        "application/offset+octet-stream",
                        BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, to)),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        String.valueOf(from))
                .expect(204);
    }
}
