package io.limn.task.frameplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.task.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task of two jobs of three frames and one honeypot each, and a pool of two frames: 8 and 9. */
@QuarkusTest
class HoneypotApiTest extends DataTest {
    private static final String MANUAL = "manual";

    private int task;
    private List<Integer> jobs;
    private int label;

    @BeforeEach
    void aTaskWithHoneypots() throws Exception {
        task = create(
                ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 3, "labels", List.of(Map.of("name", "car"))));
        attach(task);
        publish(mixed(task, 8, Map.of("frames", List.of(1, 4), "frames_per_job_count", 1, "random_seed", 7)));
        awaitJobs(task, 3);
        jobs = jobs(task);
        label = as(ALICE).get("/api/labels?task_id=" + task).path("results[0].id");
    }

    @Test
    void honeypotsAreMixedIntoTheJobsByTheSeed() {
        as(ALICE)
                .get("/api/tasks/" + task)
                .then()
                .body("size", equalTo(10))
                .body("segment_size", equalTo(0))
                .body("overlap", equalTo(0))
                .body("validation_mode", equalTo("gt_pool"));
        as(ALICE)
                .get("/api/jobs?sort=id&task_id=" + task)
                .then()
                .body("results.start_frame", contains(0, 4, 8))
                .body("results.frame_count", contains(4, 4, 2))
                .body("results.type", contains("annotation", "annotation", "ground_truth"));
        layout().body("mode", equalTo("gt_pool"))
                .body("frames_per_job_count", equalTo(1))
                .body("validation_frames", contains(8, 9))
                .body("honeypot_count", equalTo(2))
                .body("honeypot_frames", contains(3, 7))
                .body("honeypot_real_frames", contains(8, 9));
        plan("tasks", task)
                .body("frames", contains(7, 2, 6, 1, 3, 0, 5, 4, 1, 4))
                .body("start_frame", equalTo(0))
                .body("stop_frame", equalTo(9));
        job(0).body("honeypot_frames", contains(3)).body("honeypot_real_frames", contains(8));
        job(2).body("honeypot_count", equalTo(0)).body("honeypot_frames", empty());
        as(ALICE)
                .delete("/api/jobs/" + jobs.get(2))
                .then()
                .statusCode(400)
                .body("$", contains("GT jobs cannot be removed when task validation mode is \"gt_pool\""));
    }

    @Test
    void aHoneypotThatShowsAnotherFrameIsEmptyAndItsChunksAreNew() {
        long revision = plan("tasks", task).extract().jsonPath().getLong("plan_revision");
        var before = date(0);
        var neighbour = date(1);
        save(0, List.of(0, 3));
        var saved =
                as(ALICE).get("/api/jobs/" + jobs.get(0)).path("updated_date").toString();

        patchJob(0, Map.of("frame_selection_method", MANUAL, "honeypot_real_frames", List.of(9)))
                .statusCode(200)
                .body("honeypot_real_frames", contains(9));

        plan("jobs", jobs.get(0)).body("frames[3]", equalTo(4));
        assertThat(plan("tasks", task).extract().jsonPath().getLong("plan_revision"))
                .isGreaterThan(revision);
        assertThat(date(0)).isAfter(before);
        assertThat(date(1)).isEqualTo(neighbour);
        as(ALICE).get("/api/jobs/" + jobs.get(0) + "/annotations").then().body("tags.frame", contains(0));
        assertThat(as(ALICE)
                        .get("/api/jobs/" + jobs.get(0))
                        .path("updated_date")
                        .toString())
                .isNotEqualTo(saved);
        layout().body("honeypot_real_frames", contains(9, 9));
    }

    @Test
    void honeypotsByHandMustFit() {
        var real = "honeypot_real_frames";
        patchJob(0, Map.of("frame_selection_method", MANUAL, real, List.of(8, 9)))
                .statusCode(400)
                .body(
                        "$",
                        contains("Could not update honeypot frames: the number of honeypots must remain the same."
                                + " Requested 2, current 1"));
        patchJob(0, Map.of("frame_selection_method", MANUAL, real, List.of()))
                .statusCode(400)
                .body(real + ".non_field_errors", contains("This list may not be empty."));
        patchJob(0, Map.of()).statusCode(400).body("frame_selection_method", contains("This field is required."));
        patchJob(2, Map.of("frame_selection_method", "random_uniform"))
                .statusCode(400)
                .body("$", contains("Honeypots cannot exist in ground_truth jobs"));
        patchTask(Map.of("frame_selection_method", MANUAL, real, List.of(8)))
                .statusCode(400)
                .body("$", contains("Invalid size of 'honeypot_real_frames' array, expected 2"));
        patchTask(Map.of("frame_selection_method", MANUAL, real, List.of(0, 9)))
                .statusCode(400)
                .body("$", contains("Could not update honeypot frames: frames 0 are not from the validation pool"));
        patchTask(Map.of("frame_selection_method", MANUAL))
                .statusCode(400)
                .body("non_field_errors", contains("The \"honeypot_real_frames\" field is required"));
        patchTask(Map.of("frame_selection_method", "random_uniform", real, List.of(8, 9)))
                .statusCode(400)
                .body(
                        "non_field_errors",
                        contains("\"honeypot_real_frames\" can only be used when \"frame_selection_method\" is"
                                + " \"manual\""));
        patchTask(Map.of("frame_selection_method", "random_per_job"))
                .statusCode(400)
                .body("$", hasSize(1));
        as(BOB).body(Map.of("frame_selection_method", "random_uniform"))
                .patch("/api/jobs/" + jobs.get(0) + "/validation_layout")
                .then()
                .statusCode(403);
    }

    @Test
    void disabledFramesTakeTheirHoneypotsWithThemAndAreNotDrawn() {
        meta("jobs", jobs.get(0), "[1]").statusCode(200);
        patchTask(Map.of("disabled_frames", List.of(8))).statusCode(200).body("disabled_frames", contains(8));
        plan("tasks", task).body("deleted_frames", contains(1, 3, 8));
        patchTask(Map.of("frame_selection_method", MANUAL, "honeypot_real_frames", List.of(8, 9)))
                .statusCode(400)
                .body(
                        "$",
                        contains("Could not update honeypot frames: frames 8 are disabled. Restore them in the"
                                + " validation pool first"));
        patchTask(Map.of("frame_selection_method", "random_uniform"))
                .statusCode(200)
                .body("honeypot_real_frames", contains(9, 9));
        plan("tasks", task).body("deleted_frames", contains(1, 8));
        patchTask(Map.of("disabled_frames", List.of(8, 9), "frame_selection_method", "random_uniform"))
                .statusCode(400)
                .body(
                        "$",
                        contains("Can't select validation frames: the remaining number of validation frames (0) is less"
                                + " than the number of honeypots in a job (1). Try to restore some validation frames"));
        layout().body("disabled_frames", contains(8));
        patchTask(Map.of(
                        "disabled_frames", List.of(),
                        "frame_selection_method", MANUAL,
                        "honeypot_real_frames", List.of(8, 8)))
                .statusCode(200)
                .body("disabled_frames", empty())
                .body("honeypot_real_frames", contains(8, 8));
        plan("tasks", task).body("deleted_frames", contains(1));
    }

    @Test
    void framesOfThePoolAreDeletedInTheirOwnJob() {
        meta("tasks", task, "[8]")
                .statusCode(400)
                .body(
                        "deleted_frames",
                        contains("When task validation mode is gt_pool, GT frames can only be deleted and restored via"
                                + " the GT job's api/jobs/{id}/data/meta endpoint"));
        meta("jobs", jobs.get(2), "[8]").statusCode(200).body("deleted_frames", contains(8));
        plan("tasks", task).body("deleted_frames", contains(3, 8));
        layout().body("disabled_frames", contains(8));
        meta("tasks", task, "[8, 0]").statusCode(200);
        meta("tasks", task, "[]").statusCode(200);
        plan("tasks", task).body("deleted_frames", empty());
        plan("jobs", jobs.get(2)).body("deleted_frames", contains(8));
        layout().body("disabled_frames", contains(8));
    }

    @Test
    void annotationsOfTheTaskReachEveryPlaceThatShowsTheirFrame() {
        var path = "/api/tasks/" + task + "/annotations";
        as(ALICE).body(tags(List.of(8, 0, 7))).put(path).then().statusCode(200).body("tags.frame", contains(3, 0, 8));
        annotations(0).body("tags.frame", contains(0, 3));
        annotations(1).body("tags", empty());
        annotations(2).body("tags.frame", contains(8));
        as(ALICE)
                .body(tags(List.of(8)))
                .patch(path + "?action=update")
                .then()
                .statusCode(400)
                .body(
                        "$",
                        contains("Annotations on validation frames can only be edited via task import or the GT job"));
        as(ALICE)
                .body(Map.of(
                        "tracks",
                        List.of(Map.of(
                                "frame",
                                0,
                                "label_id",
                                label,
                                "shapes",
                                List.of(Map.of("type", "rectangle", "frame", 0, "points", List.of(0, 0, 5, 5)))))))
                .put("/api/jobs/" + jobs.get(0) + "/annotations")
                .then()
                .statusCode(400)
                .body("$", contains("Tracks are not supported when task validation mode is gt_pool"));
        as(ALICE).delete(path).then().statusCode(204);
        annotations(2).body("tags", empty());
    }

    @Test
    void aRandomChoiceUsesAllFramesOfThePoolAboutEquallyOften() throws Exception {
        int many = create(ALICE, "/api/tasks", Map.of("name", "t", "segment_size", 2));
        attach(many);
        publish(mixed(many, 20, Map.of("frames", List.of(0, 1, 2, 3, 4), "frames_per_job_share", 1)));
        awaitJobs(many, 9);
        List<Integer> drawn = as(ALICE)
                .body(Map.of("frame_selection_method", "random_uniform"))
                .patch("/api/tasks/" + many + "/validation_layout")
                .then()
                .statusCode(200)
                .extract()
                .path("honeypot_real_frames");
        assertThat(drawn).hasSize(16);
        var counts = new HashMap<Integer, Integer>();
        drawn.forEach(frame -> counts.merge(frame, 1, Integer::sum));
        assertThat(counts).hasSize(5);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(3, 4));
        IntStream.range(0, 8).forEach(job -> assertThat(drawn.get(2 * job)).isNotEqualTo(drawn.get(2 * job + 1)));
    }

    private static Map<String, Object> mixed(int task, int size, Map<String, ?> more) {
        var choice = new HashMap<String, Object>(Map.of("mode", "gt_pool", "frame_selection_method", MANUAL));
        choice.put("natural_order", IntStream.range(0, size).boxed().toList());
        choice.putAll(more);
        var data = processed(task, size);
        data.put("validation", choice);
        return data;
    }

    private Map<String, Object> tags(List<Integer> frames) {
        return Map.of(
                "version",
                0,
                "tags",
                frames.stream()
                        .map(frame -> Map.of("frame", frame, "label_id", label))
                        .toList());
    }

    private void save(int job, List<Integer> frames) {
        as(ALICE)
                .body(tags(frames))
                .put("/api/jobs/" + jobs.get(job) + "/annotations")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse annotations(int job) {
        return as(ALICE)
                .get("/api/jobs/" + jobs.get(job) + "/annotations")
                .then()
                .statusCode(200);
    }

    private Instant date(int job) {
        return Instant.parse(plan("jobs", jobs.get(job)).extract().path("chunks_updated_date"));
    }

    private static ValidatableResponse plan(String kind, int id) {
        return dataServiceFor(ALICE)
                .get("/internal/" + kind + "/" + id + "/plan?scope=view:metadata")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse layout() {
        return as(ALICE).get("/api/tasks/" + task + "/validation_layout").then().statusCode(200);
    }

    private ValidatableResponse job(int index) {
        return as(ALICE)
                .get("/api/jobs/" + jobs.get(index) + "/validation_layout")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse patchTask(Map<String, ?> body) {
        return as(ALICE)
                .body(body)
                .patch("/api/tasks/" + task + "/validation_layout")
                .then();
    }

    private ValidatableResponse patchJob(int index, Map<String, ?> body) {
        return as(ALICE)
                .body(body)
                .patch("/api/jobs/" + jobs.get(index) + "/validation_layout")
                .then();
    }

    private static ValidatableResponse meta(String kind, int id, String frames) {
        return dataServiceFor(ALICE)
                .body("{\"deleted_frames\": " + frames + "}")
                .patch("/internal/" + kind + "/" + id + "/meta")
                .then();
    }
}
