package io.limn.task.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.limn.task.ApiTest;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkApiTest extends ApiTest {
    @Inject
    DataSource database;

    private Fixtures fixtures;

    @BeforeEach
    void open() {
        fixtures = new Fixtures(database);
        fixtures.person(12, "bob");
    }

    private static Map<String, Object> in(String field, Object... values) {
        return Map.of("in", List.of(Map.of("var", field), List.of(values)));
    }

    @Test
    void jobsAreChangedOneByOneAsTheCallerMay() {
        int own = fixtures.job(ALICE);
        int assigned = fixtures.job(ALICE);
        fixtures.assignJob(assigned, 12);
        as(BOB).body(Map.of("filter", in("id", own, assigned), "set", Map.of("stage", "validation")))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("changed", equalTo(0))
                .body("results.id", contains(assigned))
                .body("results.status", contains(403))
                .body("results[0].error.detail", equalTo("You do not have permission to perform this action."));
        as(ALICE)
                .body(Map.of(
                        "filter",
                        in("id", own, assigned),
                        "set",
                        Map.of("stage", "acceptance", "state", "completed", "assignee", ALICE_ID)))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(200)
                .body("changed", equalTo(2))
                .body("results.status", contains(200, 200))
                .body("results[0]", not(hasKey("error")));
        as(ALICE)
                .get("/api/jobs/" + own)
                .then()
                .body("state", equalTo("completed"))
                .body("assignee.id", equalTo((int) ALICE_ID));
        as(ALICE).get("/api/tasks/" + fixtures.taskOf(own)).then().body("status", equalTo("completed"));
    }

    @Test
    void aRepetitionUnderOneKeyIsAnsweredAsBeforeEvenWhenSomeWereRefused() {
        int own = fixtures.job(ALICE);
        int foreign = fixtures.job(BOB);
        fixtures.assignJob(foreign, (int) ALICE_ID);
        var body = Map.of("filter", in("id", own, foreign), "set", Map.of("stage", "validation"));
        var key = "bulk-" + own;
        var first = as(ALICE).header("Idempotency-Key", key).body(body).post("/api/jobs/bulk");
        first.then().statusCode(200).body("results.status", contains(200, 403));
        var updated = as(ALICE).get("/api/jobs/" + own).path("updated_date").toString();
        assertThat(as(ALICE).get("/api/jobs/" + own).path("stage").toString()).isEqualTo("validation");

        var second = as(ALICE).header("Idempotency-Key", key).body(body).post("/api/jobs/bulk");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(as(ALICE).get("/api/jobs/" + own).path("updated_date").toString())
                .isEqualTo(updated);
    }

    @Test
    void theFilterIsThatOfTheListAlsoAsText() {
        int job = fixtures.job(ALICE);
        int task = fixtures.taskOf(job);
        var filter = "{\"and\":[{\"==\":[{\"var\":\"task_id\"}," + task + "]},{\"==\":[{\"var\":\"state\"},\"new\"]}]}";
        as(ALICE)
                .body(Map.of("filter", filter, "set", Map.of("state", "in progress")))
                .post("/api/jobs/bulk")
                .then()
                .body("results.id", contains(job));
        as(ALICE)
                .body(Map.of("filter", filter, "set", Map.of("state", "in progress")))
                .post("/api/jobs/bulk")
                .then()
                .body("results", empty());
    }

    @Test
    void aBodyThatSaysTooLittleOrTooMuchChangesNothing() {
        var all = in("id", fixtures.job(ALICE));
        as(ALICE)
                .body(Map.of("set", Map.of("state", "new")))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(400)
                .body("filter", contains("This field is required."));
        for (var body : List.of(
                Map.of("filter", all),
                Map.of("filter", all, "set", Map.of()),
                Map.of("filter", all, "set", Map.of("state", "new"), "delete", true))) {
            as(ALICE).body(body).post("/api/jobs/bulk").then().statusCode(400).body("$", hasKey("non_field_errors"));
        }
        as(ALICE)
                .body(Map.of("filter", all, "set", Map.of("state", "x")))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(400)
                .body("set.state", contains("\"x\" is not a valid choice."));
        as(ALICE)
                .body(Map.of("filter", all, "set", Map.of("name", "x")))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(400)
                .body("set", hasKey("name"));
        as(ALICE)
                .body(Map.of("filter", Map.of("==", List.of(Map.of("var", "colour"), 1)), "delete", true))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(400)
                .body("$", contains("filter: term 'colour' is not supported"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/jobs/bulk")
                .then()
                .statusCode(401);
    }

    @Test
    void jobsThatCannotBeRemovedSaySo() {
        int job = fixtures.job(ALICE);
        as(ALICE)
                .body(Map.of("filter", in("id", job), "delete", true))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(200)
                .body("results.status", contains(400))
                .body("results[0].error", contains("Only ground truth jobs can be removed"));
    }

    @Test
    void tasksAreAssignedAndDeleted() {
        int first = create(ALICE, "/api/tasks", Map.of("name", "first"));
        int second = create(ALICE, "/api/tasks", Map.of("name", "second"));
        as(ALICE)
                .body(Map.of("filter", in("id", first, second), "set", Map.of("assignee_id", 12)))
                .post("/api/tasks/bulk")
                .then()
                .body("results.status", contains(403, 403));
        as(ADMIN)
                .body(Map.of("filter", in("id", first), "set", Map.of("assignee_id", 12)))
                .post("/api/tasks/bulk")
                .then()
                .body("results.status", contains(200));
        as(BOB).body(Map.of("filter", in("id", first, second), "delete", true))
                .post("/api/tasks/bulk")
                .then()
                .body("results.id", contains(first))
                .body("results.status", contains(403));
        as(ALICE)
                .body(Map.of("filter", in("id", first, second), "delete", true))
                .post("/api/tasks/bulk")
                .then()
                .body("results.status", contains(204, 204));
        as(ALICE).get("/api/tasks/" + second).then().statusCode(404);
    }

    @Test
    void moreThanAThousandAreRefusedAltogether() {
        int task = fixtures.taskOf(fixtures.job(ALICE));
        fixtures.run("INSERT INTO job (task_id, segment_id, created_at, updated_at) SELECT " + task
                + ", (SELECT min(id) FROM segment WHERE task_id = " + task
                + "), now(), now() FROM generate_series(1, 1000)");
        as(ALICE)
                .body(Map.of("filter", in("task_id", task), "set", Map.of("state", "completed")))
                .post("/api/jobs/bulk")
                .then()
                .statusCode(400)
                .body("$", contains("The filter finds more than 1000 objects"));
        assertThat(fixtures.number("SELECT count(*) FROM job WHERE state = 'completed' AND task_id = " + task))
                .isZero();
    }

    @Test
    void olderAddressesOfListsNameTheirSuccessors() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p"));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        int job = fixtures.jobOf(task);
        var tasks = as(ALICE)
                .get("/api/projects/" + project + "/tasks")
                .then()
                .statusCode(200)
                .body("results.id", contains(task))
                .header("Deprecation", "true")
                .extract();
        assertThat(tasks.header("Link")).endsWith("/api/tasks?project_id=" + project + ">; rel=\"successor-version\"");
        var jobs = as(ALICE)
                .get("/api/tasks/" + task + "/jobs")
                .then()
                .statusCode(200)
                .body("results.id", contains(job))
                .extract();
        assertThat(jobs.header("Link")).endsWith("/api/jobs?task_id=" + task + ">; rel=\"successor-version\"");
        as(BOB).get("/api/tasks/" + task + "/jobs").then().body("count", equalTo(0));
        as(ALICE).get("/api/tasks/999999/jobs").then().statusCode(404);
        as(ALICE).get("/api/projects/999999/tasks").then().statusCode(404);
    }
}
