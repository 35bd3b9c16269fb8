package io.limn.task;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.event.Event;
import io.limn.common.testing.KafkaResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The service, and what data-service tells it of the data of tasks. */
public abstract class DataTest extends ApiTest {
    @Inject
    ObjectMapper json;

    /** Attaches data to a task. */
    protected static void attach(int task) {
        dataServiceFor(ALICE)
                .post("/internal/tasks/" + task + "/data/attach")
                .then()
                .statusCode(200)
                .body("task_id", equalTo(task));
    }

    /** Waits until a task has its jobs. */
    protected static void awaitJobs(int task, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(ALICE).get("/api/tasks/" + task).then().body("jobs.count", equalTo(count)));
    }

    /** The ids of the jobs of a task. */
    protected static List<Integer> jobs(int task) {
        return as(ALICE).get("/api/jobs?sort=id&page_size=100&task_id=" + task).path("results.id");
    }

    /** What is told of pictures that are processed. */
    protected static Map<String, Object> processed(int task, int size) {
        var data = new HashMap<String, Object>();
        data.putAll(Map.of("task_id", task, "data_id", task, "request_id", "r" + task, "user_id", ALICE_ID));
        data.putAll(Map.of("mode", "annotation", "dimension", "2d", "source_count", size, "start_frame", 0));
        data.putAll(Map.of("stop_frame", size - 1, "frame_filter", "", "step", 1, "size", size, "chunk_size", 72));
        data.putAll(Map.of("image_quality", 70, "compressed_chunk_type", "imageset", "storage", "local"));
        data.put("original_chunk_type", "imageset");
        data.put("job_lengths", null);
        return data;
    }

    /** Tells that data is processed. */
    protected void publish(Map<String, Object> data) throws Exception {
        var key = data.get("task_id").toString();
        var event = new Event(
                "1.0",
                UUID.randomUUID().toString(),
                "data-service",
                "data.processed",
                key,
                "2026-01-01T00:00:00Z",
                "application/json",
                json.valueToTree(data),
                ALICE_ID,
                null,
                null,
                null,
                null);
        var settings = Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("limn.data", key, new ObjectMapper().writeValueAsBytes(event)))
                    .get();
        }
    }
}
