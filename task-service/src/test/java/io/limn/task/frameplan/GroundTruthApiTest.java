package io.limn.task.frameplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limn.task.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task of fifteen frames in four jobs that overlap by one. */
@QuarkusTest
class GroundTruthApiTest extends DataTest {
    private int task;

    @BeforeEach
    void aTaskWithFourJobs() throws Exception {
        task = create(
                ALICE,
                "/api/tasks",
                Map.of("name", "t", "segment_size", 5, "overlap", 1, "labels", List.of(Map.of("name", "car"))));
        attach(task);
        publish(processed(task, 15));
        awaitJobs(task, 4);
    }

    @Test
    void aJobOnFramesThatAreChosenByHandComesAndGoes() {
        int job = post(Map.of(
                        "frame_selection_method",
                        "manual",
                        "frames",
                        List.of(7, 2),
                        "assignee",
                        ALICE_ID,
                        "state",
                        "in progress"))
                .statusCode(201)
                .body("type", equalTo("ground_truth"))
                .body("frame_count", equalTo(2))
                .body("start_frame", equalTo(0))
                .body("stop_frame", equalTo(14))
                .body("state", equalTo("in progress"))
                .body("status", equalTo("annotation"))
                .body("assignee.username", equalTo("alice"))
                .body("assignee_updated_date", notNullValue())
                .body("data_compressed_chunk_type", equalTo("imageset"))
                .extract()
                .path("id");
        layout().body("mode", equalTo("gt"))
                .body("frames_per_job_count", nullValue())
                .body("validation_frames", contains(2, 7))
                .body("disabled_frames", empty());
        as(ALICE).get("/api/tasks?validation_mode=gt").then().body("results.id", hasItem(task));
        as(ALICE)
                .get("/api/jobs/" + job + "/validation_layout")
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of()));
        post(Map.of("frame_selection_method", "manual", "frames", List.of(0)))
                .statusCode(400)
                .body("$", contains("Task with validation mode \"gt\" cannot have more than 1 GT job"));
        as(BOB).delete("/api/jobs/" + job).then().statusCode(403);
        as(ALICE)
                .delete("/api/jobs/" + jobs(task).getFirst())
                .then()
                .statusCode(400)
                .body("$", contains("Only ground truth jobs can be removed"));

        as(ALICE).delete("/api/jobs/" + job).then().statusCode(204);

        as(ALICE).get("/api/jobs/" + job).then().statusCode(404);
        layout().body("mode", nullValue()).body("size()", equalTo(2));
        as(ALICE)
                .get("/api/tasks/" + task)
                .then()
                .body("validation_mode", nullValue())
                .body("jobs.count", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({
        "'random_uniform,frame_share,0.34,5', '3 5 6 11 12'",
        "'random_per_job,frames_per_job_count,2,7', '1 2 7 8 11 13 14'",
        "'random_per_job,frames_per_job_share,0.5,0', '1 3 5 8 11 13 14'",
        "'random_uniform,frame_count,15,1', '0 1 2 3 4 5 6 7 8 9 10 11 12 13 14'"
    })
    void aSeedDecidesWhichFrames(String asked, String frames) {
        var words = asked.split(",");
        post(Map.of("frame_selection_method", words[0], words[1], words[2], "random_seed", words[3]))
                .statusCode(201);
        List<Integer> chosen = layout().extract().path("validation_frames");
        assertThat(chosen.stream().map(String::valueOf)).containsExactly(frames.split(" "));
    }

    @Test
    void disabledFramesAreDeletedInTheGroundTruthJobAlone() {
        int job = post(Map.of("frame_selection_method", "manual", "frames", List.of(1, 6)))
                .extract()
                .path("id");
        meta(job, "[6]").statusCode(200).body("deleted_frames", contains(6)).body("included_frames", contains(1, 6));
        meta(job, "[2]").statusCode(400).body("$", contains("Frames 2 do not belong to the job"));
        meta(jobs(task).getFirst(), "[1, 3]").statusCode(200).body("deleted_frames", contains(1, 3));
        dataServiceFor(ALICE)
                .get("/internal/jobs/" + job + "/plan?scope=view:metadata")
                .then()
                .body("deleted_frames", contains(1, 6));
        layout().body("disabled_frames", contains(6));

        change(Map.of("disabled_frames", List.of(1, 0)))
                .statusCode(400)
                .body("$", contains("Unknown frames requested for exclusion from the validation set: 0"));
        change(Map.of("disabled_frames", List.of())).statusCode(200).body("disabled_frames", empty());
        change(Map.of("frame_selection_method", "random_uniform"))
                .statusCode(400)
                .body("$", contains("Honeypots can only be modified if the task validation mode is 'gt_pool'"));
        dataServiceFor(ALICE)
                .get("/internal/tasks/" + task + "/plan?scope=view:metadata")
                .then()
                .body("deleted_frames", contains(1, 3));
    }

    @Test
    void groundTruthIsNotAmongTheAnnotationsOfTheTaskAndGoesWithItsJob() {
        int label = as(ALICE).get("/api/labels?task_id=" + task).path("results[0].id");
        int job = post(Map.of("frame_selection_method", "manual", "frames", List.of(1)))
                .extract()
                .path("id");
        var tags = Map.of("version", 0, "tags", List.of(Map.of("frame", 1, "label_id", label)));
        as(ALICE).body(tags).put("/api/jobs/" + job + "/annotations").then().statusCode(200);
        as(ALICE).get("/api/tasks/" + task + "/annotations").then().body("tags", empty());
        as(ALICE).get("/api/jobs/" + job + "/annotations").then().body("tags.frame", contains(1));
        as(ALICE).delete("/api/jobs/" + job).then().statusCode(204);
        as(ALICE).get("/api/jobs/" + job + "/annotations").then().statusCode(404);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var random = Map.of("frame_selection_method", "random_uniform");
        refuse(random, "non_field_errors", "One of the fields \"frame_count\", \"frame_share\" required");
        refuse(
                Map.of("frame_selection_method", "random_per_job"),
                "non_field_errors",
                "One of the fields \"frames_per_job_count\", \"frames_per_job_share\" required");
        refuse(
                Map.of("frame_selection_method", "random_uniform", "frame_count", 1, "frame_share", 1),
                "non_field_errors",
                "Only 1 of the fields \"frame_count\", \"frame_share\" can be used");
        refuse(
                Map.of("frame_selection_method", "random_uniform", "frame_count", 0),
                "frame_count",
                "Ensure this value is greater than or equal to 1.");
        refuse(
                Map.of("frame_selection_method", "random_uniform", "frame_share", 1.5),
                "frame_share",
                "Value must be in the range [0; 1]");
        refuse(Map.of("frame_selection_method", "manual"), "non_field_errors", "The \"frames\" field is required");
        refuse(
                Map.of("frame_selection_method", "manual", "frames", List.of()),
                "frames",
                "This list may not be empty.");
        refuse(
                Map.of("frame_selection_method", "random_uniform", "frame_count", 1, "frames", List.of(1)),
                "non_field_errors",
                "\"frames\" can only be used when \"frame_selection_method\" is \"manual\"");
        refuse(Map.of("frame_selection_method", "best"), "frame_selection_method", "\"best\" is not a valid choice.");
        refuse(Map.of(), "non_field_errors", "The \"frame_selection_method\" field is required");
    }

    @Test
    void framesThatAreNotThereAreRefused() {
        post(Map.of("frame_selection_method", "manual", "frames", List.of(3, 15, 16)))
                .statusCode(400)
                .body("$", contains("The following frames do not exist in the task: 15, 16"));
        post(Map.of("frame_selection_method", "manual", "frames", List.of(1, 1)))
                .statusCode(400)
                .body("$", contains("Frames must not repeat"));
        post(Map.of("frame_selection_method", "random_uniform", "frame_count", 16))
                .statusCode(400)
                .body(
                        "$",
                        contains("The number of frames requested (16) must not be greater than the number of the task"
                                + " frames (15)"));
        post(Map.of("frame_selection_method", "random_uniform", "frame_share", 0))
                .statusCode(400)
                .body("$", contains("The number of validation frames is not specified"));
        post(Map.of("frame_selection_method", "random_per_job", "frames_per_job_count", 6))
                .statusCode(400);
        layout().body("mode", nullValue());
    }

    @Test
    void onlyGroundTruthJobsOfTasksThatOneMayChange() {
        var frames = Map.of("frame_selection_method", "manual", "frames", List.of(1));
        as(BOB).body(asked(frames)).post("/api/jobs").then().statusCode(403);
        as(ALICE)
                .body(Map.of("type", "ground_truth"))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("$", contains("task_id is not specified"));
        as(ALICE)
                .body(Map.of("type", "ground_truth", "task_id", 999_999))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("$", contains("Task matching query does not exist."));
        as(ALICE)
                .body(Map.of("task_id", task))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("type", contains("This field is required."));
        var other = asked(frames);
        other.put("type", "annotation");
        as(ALICE)
                .body(other)
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("$", contains("Unexpected job type 'annotation'"));
        int empty = create(ALICE, "/api/tasks", Map.of("name", "empty"));
        var without = asked(frames);
        without.put("task_id", empty);
        as(ALICE)
                .body(without)
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("$", contains("This task has no data attached yet. Please set up task data and try again"));
        change(Map.of("disabled_frames", List.of())).statusCode(400);
        as(BOB).get("/api/tasks/" + task + "/validation_layout").then().statusCode(403);
        as(BOB).get("/api/jobs/" + jobs(task).getFirst() + "/validation_layout")
                .then()
                .statusCode(403);
    }

    @Test
    void aTaskIsMadeWithItsGroundTruth() throws Exception {
        int made = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 3, "consensus_replicas", 2));
        attach(made);
        var data = processed(made, 6);
        data.put(
                "validation",
                Map.of(
                        "mode",
                        "gt",
                        "frame_selection_method",
                        "random_per_job",
                        "frames",
                        List.of(),
                        "frames_per_job_count",
                        1,
                        "random_seed",
                        3));
        publish(data);
        awaitJobs(made, 7);
        as(ALICE)
                .get("/api/jobs?sort=-id&page_size=1&task_id=" + made)
                .then()
                .body("results.type", contains("ground_truth"))
                .body("results.frame_count", contains(2));
        as(ALICE)
                .get("/api/tasks/" + made + "/validation_layout")
                .then()
                .body("validation_frames", containsInAnyOrder(2, 5));
    }

    private Map<String, Object> asked(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("type", "ground_truth", "task_id", task));
        body.putAll(more);
        return body;
    }

    private ValidatableResponse post(Map<String, ?> more) {
        return as(ALICE).body(asked(more)).post("/api/jobs").then();
    }

    private void refuse(Map<String, ?> more, String field, String message) {
        post(more).statusCode(400).body(field, contains(message));
    }

    private ValidatableResponse layout() {
        return as(ALICE).get("/api/tasks/" + task + "/validation_layout").then().statusCode(200);
    }

    private ValidatableResponse change(Map<String, ?> body) {
        return as(ALICE)
                .body(body)
                .patch("/api/tasks/" + task + "/validation_layout")
                .then();
    }

    private static ValidatableResponse meta(int job, String frames) {
        return dataServiceFor(ALICE)
                .body("{\"deleted_frames\": " + frames + "}")
                .patch("/internal/jobs/" + job + "/meta")
                .then();
    }
}
