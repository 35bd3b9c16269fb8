package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task of many jobs is read as a stream: task-service, whose heap is 288 MB, stays small. */
@ExtendWith(SuiteExtension.class)
class LargeTaskFlowTest {
    private static final int SHAPES_OF_A_JOB = 5000;
    private static final long MOST_BYTES = 500_000_000;
    private static final String FILL = """
            INSERT INTO annotation (task_id, job_id, id, kind, frame, label_id, source, type, occluded, outside,
                z_order, rotation, points, since)
            SELECT j.task_id, j.id, nextval('annotation_id'), 1, s.start_frame, %d, 'manual', 0, false, false,
                0, 0, '[' || n || '.5,10.25,' || n + 30 || '.5,90.5]', 0
            FROM job j JOIN segment s ON s.id = j.segment_id CROSS JOIN generate_series(1, %d) n WHERE j.task_id = %d""";

    private final RunningSuite suite;

    LargeTaskFlowTest(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void aHundredThousandShapesInTwentyJobs() throws SQLException, IOException, InterruptedException {
        read(20);
    }

    @Test
    @Tag("soak")
    void aMillionShapesInTwoHundredJobs() throws SQLException, IOException, InterruptedException {
        read(200);
    }

    private void read(int jobs) throws SQLException, IOException, InterruptedException {
        ApiClient user = suite.newUser();
        var tasks = new Tasks(user);
        int task = tasks.create(Map.of("segment_size", 1));
        tasks.upload(task, Media.folder("large", jobs));
        int label = tasks.label(task, "car");
        try (var connection = suite.connect("limn_task");
                var statement = connection.createStatement()) {
            int rows = statement.executeUpdate(FILL.formatted(label, SHAPES_OF_A_JOB, task));
            assertThat(rows).isEqualTo(jobs * SHAPES_OF_A_JOB);
        }
        try (var memory = suite.watchMemory("task-service")) {
            long begin = System.nanoTime();
            long shapes = shapes(user, "/api/tasks/" + task + "/annotations");
            System.err.printf(
                    "%d shapes of %d jobs read in %d ms, task-service had %d MB at most%n",
                    shapes, jobs, (System.nanoTime() - begin) / 1_000_000, memory.highest() / 1_000_000);
            assertThat(shapes).isEqualTo((long) jobs * SHAPES_OF_A_JOB);
            assertThat(memory.highest()).isLessThan(MOST_BYTES);
        }
    }

    /** Counts the labels of a whole answer, of which there is one for each shape, and holds none of it. */
    private static long shapes(ApiClient user, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(user.address() + path))
                .header("Authorization", user.authorization())
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return count(answer.body());
        }
    }

    private static long count(InputStream body) throws IOException {
        var word = "label_id".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long found = 0;
        int matched = 0;
        var piece = new byte[1 << 16];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            for (int i = 0; i < length; i++) {
                matched = piece[i] == word[matched] ? matched + 1 : piece[i] == word[0] ? 1 : 0;
                if (matched == word.length) {
                    found++;
                    matched = 0;
                }
            }
        }
        return found;
    }
}
