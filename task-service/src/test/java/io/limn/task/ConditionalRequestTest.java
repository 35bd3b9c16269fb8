package io.limn.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.ConditionalWalk;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionalRequestTest extends DataTest {
    private static String tag(String path) {
        return as(ALICE).get(path).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void everyAnswerThatIsOneObjectHasAStrongTag() {
        var created = as(ALICE)
                .body(Map.of("name", "tagged", "labels", List.of(Map.of("name", "car"))))
                .post("/api/projects");
        var path = "/api/projects/" + created.path("id");
        assertThat(created.header("ETag")).matches("\"[\\w-]{20}\"").isEqualTo(tag(path));
        as(ALICE).head(path).then().statusCode(200).header("ETag", created.header("ETag"));

        var changed = as(ALICE).body(Map.of("name", "renamed")).patch(path);
        assertThat(changed.header("ETag")).isNotEqualTo(created.header("ETag")).isEqualTo(tag(path));
        as(ALICE).get("/api/projects").then().header("ETag", nullValue());
    }

    @Test
    void whoHasAVersionIsNotSentItAgain() {
        var path = "/api/tasks/" + create(ALICE, "/api/tasks", Map.of("name", "kept"));
        var tag = tag(path);
        as(ALICE)
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
        as(ALICE).header("If-None-Match", "*").get(path).then().statusCode(304);
        as(ALICE).body(Map.of("name", "other")).patch(path).then().statusCode(200);
        as(ALICE)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("name", equalTo("other"));
    }

    @Test
    void onlyTheVersionThatOneHasSeenIsChanged() throws Exception {
        int project = create(ALICE, "/api/projects", Map.of("name", "p", "labels", List.of(Map.of("name", "car"))));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        int other = honeypots();
        long job = jobs(other).getFirst();
        int label = as(ALICE).get("/api/labels?project_id=" + project).path("results[0].id");
        int issue = create(
                ALICE, "/api/issues", Map.of("job", job, "frame", 0, "position", List.of(1, 2), "message", "look"));
        int comment = as(ALICE).get("/api/comments?issue_id=" + issue).path("results[0].id");
        int guide = create(ALICE, "/api/guides", Map.of("project_id", project, "markdown", "old"));
        new ConditionalWalk()
                .deleting("/api/assets/{}", asset(guide))
                .with("/api/guides/{}", guide, "{\"markdown\": \"a\"}", "{\"markdown\": \"b\"}")
                .with("/api/comments/{}", comment, "{\"message\": \"a\"}", "{\"message\": \"b\"}")
                .with("/api/issues/{}", issue, "{\"resolved\": true}", "{\"resolved\": false}")
                .changing("/api/tasks/{}/validation_layout", other, disabled(other), "{\"disabled_frames\": []}")
                .changing("/api/jobs/{}/validation_layout", job, real(job, 1), real(job, 0))
                .with("/api/labels/{}", label, "{\"color\": \"#111111\"}", "{\"color\": \"#222222\"}")
                .with("/api/jobs/{}", groundTruth(), "{\"state\": \"completed\"}", "{\"state\": \"new\"}")
                .with("/api/tasks/{}", task, "{\"name\": \"t2\"}", "{\"name\": \"t3\"}")
                .with("/api/projects/{}", project, "{\"name\": \"p2\"}", "{\"name\": \"p3\"}")
                .walk(() -> as(ALICE), "/api/tasks/{}/annotations", "/api/jobs/{}/annotations");
    }

    /** A task of eight pictures with honeypots: two of a pool of three in each job of three. */
    private int honeypots() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "honeypots", "segment_size", 3));
        attach(task);
        var data = processed(task, 8);
        data.put(
                "validation",
                Map.of(
                        "mode",
                        "gt_pool",
                        "frame_selection_method",
                        "manual",
                        "natural_order",
                        List.of(0, 1, 2, 3, 4, 5, 6, 7),
                        "frames",
                        List.of(0, 1, 2),
                        "frames_per_job_count",
                        1));
        publish(data);
        awaitJobs(task, 3);
        return task;
    }

    private static String disabled(int task) {
        return "{\"disabled_frames\": ["
                + as(ALICE).get("/api/tasks/" + task + "/validation_layout").path("validation_frames[0]") + "]}";
    }

    /** A choice of a job's only honeypot among the two that it does not show. */
    private static String real(long job, int which) {
        int shown = as(ALICE).get("/api/jobs/" + job + "/validation_layout").path("honeypot_real_frames[0]");
        int task = as(ALICE).get("/api/jobs/" + job).path("task_id");
        List<Integer> pool =
                as(ALICE).get("/api/tasks/" + task + "/validation_layout").path("validation_frames");
        var others = pool.stream().filter(frame -> frame != shown).toList();
        return "{\"frame_selection_method\": \"manual\", \"honeypot_real_frames\": [" + others.get(which) + "]}";
    }

    private int groundTruth() throws Exception {
        int task = create(ALICE, "/api/tasks", Map.of("name", "validated"));
        attach(task);
        publish(processed(task, 2));
        awaitJobs(task, 1);
        return create(
                ALICE,
                "/api/jobs",
                Map.of(
                        "type",
                        "ground_truth",
                        "task_id",
                        task,
                        "frame_selection_method",
                        "manual",
                        "frames",
                        List.of(0)));
    }

    private static String asset(int guide) {
        return given().header("Authorization", ALICE.bearer())
                .multiPart("file", "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII), "image/gif")
                .multiPart("guide_id", Integer.toString(guide))
                .post("/api/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("uuid");
    }

    @Test
    void theMetadataOfATaskAreChangedInTheRevisionThatIsNamed() throws Exception {
        int task = honeypots();
        var path = "/internal/tasks/" + task;
        int revision = dataServiceFor(ALICE).get(path + "/plan").path("plan_revision");
        for (int status : new int[] {200, 412}) {
            dataServiceFor(ALICE)
                    .body(Map.of("deleted_frames", List.of(0)))
                    .patch(path + "/meta?revision=" + revision)
                    .then()
                    .statusCode(status);
        }
        var job = "/internal/jobs/" + jobs(task).getFirst();
        dataServiceFor(ALICE)
                .body(Map.of("deleted_frames", List.of()))
                .patch(job + "/meta?revision=" + revision)
                .then()
                .statusCode(412);
        as(ALICE).get("/api/tasks/" + task + "/validation_layout").then().statusCode(200);
        assertThat((List<?>) dataServiceFor(ALICE).get(job + "/plan").path("deleted_frames"))
                .isNotEmpty();
    }

    @Test
    void ofSeveralChangesOfOneVersionOneWins() throws Exception {
        var path = "/api/projects/" + create(ALICE, "/api/projects", Map.of("name", "wanted"));
        var tag = tag(path);
        var calls = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Integer>) () -> as(ALICE)
                        .header("If-Match", tag)
                        .body(Map.of("name", "by " + n))
                        .patch(path)
                        .statusCode())
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }
}
