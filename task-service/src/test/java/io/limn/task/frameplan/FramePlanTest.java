package io.limn.task.frameplan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.task.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FramePlanTest extends DataTest {
    @Test
    void processedDataBecomesSegmentsAndJobs() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 3, "overlap", 1));
        attach(task);
        as(ALICE).get("/api/tasks/" + task).then().body("size", equalTo(0)).body("image_quality", equalTo(50));

        publish(processed(task, 7));
        awaitJobs(task, 3);

        as(ALICE)
                .get("/api/jobs?sort=id&task_id=" + task)
                .then()
                .body("results.start_frame", contains(0, 2, 4))
                .body("results.stop_frame", contains(2, 4, 6))
                .body("results.frame_count", contains(3, 3, 3))
                .body("results.state", contains("new", "new", "new"));
        as(ALICE)
                .get("/api/tasks/" + task)
                .then()
                .body("size", equalTo(7))
                .body("segment_size", equalTo(3))
                .body("overlap", equalTo(1))
                .body("mode", equalTo("annotation"))
                .body("data_chunk_size", equalTo(72));
        dataServiceFor(ALICE)
                .post("/internal/tasks/" + task + "/data/attach")
                .then()
                .statusCode(400)
                .body(equalTo("\"Adding more data is not supported\""));
        dataServiceFor(BOB).get("/internal/tasks/" + task + "/plan").then().statusCode(403);
    }

    @Test
    void replicasFollowTheirJobAndTooManyAreRefused() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 1, "consensus_replicas", 2));
        attach(task);
        publish(processed(task, 2000));
        int other = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 1, "consensus_replicas", 2));
        attach(other);
        publish(processed(other, 2));
        awaitJobs(other, 6);
        as(ALICE)
                .get("/api/jobs?sort=id&task_id=" + other)
                .then()
                .body(
                        "results.type",
                        contains(
                                "annotation",
                                "consensus_replica",
                                "consensus_replica",
                                "annotation",
                                "consensus_replica",
                                "consensus_replica"))
                .body("results.consensus_replicas", contains(2, 0, 0, 2, 0, 0));
        as(ALICE)
                .get("/api/tasks/" + task)
                .then()
                .body("jobs.count", equalTo(0))
                .body("size", equalTo(0));
    }

    @Test
    void framesAreDeletedByJobAndByTask() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 3));
        attach(task);
        publish(processed(task, 6));
        awaitJobs(task, 2);
        int job = as(ALICE).get("/api/jobs?sort=id&task_id=" + task).path("results[0].id");

        meta("tasks", task, "[4, 1]").statusCode(200).body("deleted_frames", contains(4, 1));
        meta("jobs", job, "[0, 2]").statusCode(200).body("deleted_frames", contains(0, 2));
        dataServiceFor(ALICE)
                .get("/internal/tasks/" + task + "/plan?scope=view:metadata")
                .then()
                .body("deleted_frames", contains(0, 2, 4))
                .body("segments", hasSize(2));
        meta("jobs", job, "[0, 3]").statusCode(400).body("$", contains("Frames 3 do not belong to the job"));
        meta("tasks", task, "[5, 6, 7]")
                .statusCode(400)
                .body("deleted_frames", contains("Unknown frames 6, 7 requested for removal"));
        meta("tasks", task, "[1, 1]").statusCode(400).body("deleted_frames", contains("Deleted frames cannot repeat"));
        meta("tasks", task, "[-1]")
                .statusCode(400)
                .body("deleted_frames.'0'", contains("Ensure this value is greater than or equal to 0."));
    }

    @Test
    void aTaskIsCompletedWithItsLastJob() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 2));
        attach(task);
        publish(processed(task, 4));
        awaitJobs(task, 2);
        List<Integer> jobs = as(ALICE).get("/api/jobs?task_id=" + task).path("results.id");
        as(BOB).body("{}").patch("/api/jobs/" + jobs.get(0)).then().statusCode(403);
        as(ALICE)
                .body(Map.of("stage", "acceptance"))
                .patch("/api/jobs/" + jobs.get(0))
                .then()
                .statusCode(200)
                .body("status", equalTo("validation"))
                .body("state", equalTo("new"));
        as(ALICE).get("/api/tasks/" + task).then().body("status", equalTo("annotation"));
        for (int job : jobs) {
            as(ALICE)
                    .body(Map.of("stage", "acceptance", "state", "completed"))
                    .patch("/api/jobs/" + job)
                    .then()
                    .statusCode(200);
        }
        as(ALICE)
                .get("/api/tasks/" + task)
                .then()
                .body("status", equalTo("completed"))
                .body("jobs.completed", equalTo(2));
        as(ALICE)
                .body(Map.of("state", "sleeping"))
                .patch("/api/jobs/" + jobs.get(0))
                .then()
                .statusCode(400)
                .body("state", contains("\"sleeping\" is not a valid choice."));
    }

    private static io.restassured.response.ValidatableResponse meta(String kind, int id, String frames) {
        return dataServiceFor(ALICE)
                .body("{\"deleted_frames\": " + frames + ", \"cloud_storage_id\": null}")
                .patch("/internal/" + kind + "/" + id + "/meta")
                .then();
    }
}
