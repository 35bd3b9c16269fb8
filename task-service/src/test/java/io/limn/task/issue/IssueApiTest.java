package io.limn.task.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.EventTap;
import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IssueApiTest extends ApiTest {
    @Inject
    DataSource database;

    private Fixtures fixtures;
    private int job;

    @BeforeEach
    void aJob() {
        fixtures = new Fixtures(database);
        job = fixtures.job(ALICE);
    }

    private Map<String, Object> issue(String message) {
        var body = new HashMap<String, Object>();
        body.put("frame", 0);
        body.put("position", List.of(0, 1, 2.5, 3));
        body.put("job", job);
        body.put("message", message);
        return body;
    }

    @Test
    void anIssueBringsItsFirstCommentAndIsCountedByItsJob() {
        var before = as(ALICE).get("/api/jobs/" + job).then().extract();
        var created = as(ALICE)
                .body(issue("  look here  "))
                .post("/api/issues")
                .then()
                .statusCode(201)
                .body("position", contains(0.0f, 1.0f, 2.5f, 3.0f))
                .body("owner.username", equalTo("alice"))
                .body("assignee", nullValue())
                .body("resolved", equalTo(false))
                .body("comments.count", equalTo(1))
                .extract();
        int id = created.path("id");
        assertThat(as(ALICE).get("/api/issues/" + id).asString()).isEqualTo(created.asString());
        as(ALICE)
                .get("/api/comments?issue_id=" + id)
                .then()
                .body("results.message", contains("look here"))
                .body("results[0].issue", equalTo(id));
        as(ALICE)
                .get("/api/jobs/" + job)
                .then()
                .body("issues.count", equalTo(1))
                .body("updated_date", equalTo(before.path("updated_date")));
    }

    @Test
    void aBodyIsRefusedMemberByMember() {
        as(ALICE)
                .body("{}")
                .post("/api/issues")
                .then()
                .statusCode(400)
                .body("$", contains("Job matching query does not exist."));
        as(ALICE)
                .body(Map.of("job", "x"))
                .post("/api/issues")
                .then()
                .statusCode(400)
                .body("job", contains("A valid integer is required."));
        as(ALICE)
                .body(Map.of("job", job, "frame", -1, "position", List.of(), "message", " "))
                .post("/api/issues")
                .then()
                .statusCode(400)
                .body("frame", contains("Ensure this value is greater than or equal to 0."))
                .body("position", contains("This list may not be empty."))
                .body("message", contains("This field may not be blank."));
        as(ALICE)
                .body("{\"job\": " + job + ", \"frame\": 0, \"position\": [1, \"a\", null], \"message\": \"m\"}")
                .post("/api/issues")
                .then()
                .statusCode(400)
                .body("position.1", contains("A valid number is required."))
                .body("position.2", contains("This field may not be null."));
        int id = create(ALICE, "/api/issues", issue("m"));
        as(ALICE)
                .body("{\"position\": \"x\"}")
                .patch("/api/issues/" + id)
                .then()
                .statusCode(400)
                .body("position", contains("Expected a list of items but got type \"str\"."));
    }

    @Test
    void aChangeMovesTheDateAndIgnoresWhatCannotBeChanged() {
        int id = create(ALICE, "/api/issues", issue("m"));
        String before = as(ALICE).get("/api/issues/" + id).path("updated_date");
        as(ALICE)
                .body("{\"frame\": 2, \"message\": \"no\", \"nonsense\": 1, \"comments\": []}")
                .patch("/api/issues/" + id)
                .then()
                .statusCode(200)
                .body("frame", equalTo(0))
                .body("updated_date", not(equalTo(before)));
        as(ALICE)
                .body(Map.of("position", List.of(9, 8), "assignee", ALICE_ID, "resolved", "yes"))
                .patch("/api/issues/" + id)
                .then()
                .statusCode(200)
                .body("position", contains(9.0f, 8.0f))
                .body("assignee.username", equalTo("alice"))
                .body("resolved", equalTo(true));
        as(ALICE)
                .body("{\"assignee\": null}")
                .patch("/api/issues/" + id)
                .then()
                .body("assignee", nullValue())
                .body("resolved", equalTo(true));
        as(ALICE).body("{}").put("/api/issues/" + id).then().statusCode(405);
    }

    @Test
    void strangersSeeNothingAndAssigneesMayNotDelete() {
        int id = create(ALICE, "/api/issues", issue("m"));
        int comment = as(ALICE).get("/api/comments?issue_id=" + id).path("results[0].id");
        as(BOB).body(issue("x")).post("/api/issues").then().statusCode(403);
        as(BOB).get("/api/issues/" + id).then().statusCode(403);
        as(BOB).body("{}").patch("/api/issues/" + id).then().statusCode(403);
        as(BOB).body(Map.of("issue", id, "message", "x"))
                .post("/api/comments")
                .then()
                .statusCode(403);
        as(BOB).get("/api/comments/" + comment).then().statusCode(403);
        as(BOB).delete("/api/comments/" + comment).then().statusCode(403);
        as(BOB).get("/api/issues?job_id=" + job).then().statusCode(200).body("count", equalTo(0));
        as(ALICE).body(Map.of("assignee", 12)).patch("/api/issues/" + id).then().statusCode(403);
        given().get("/api/issues/" + id).then().statusCode(401);

        fixtures.person(12, "bob");
        as(ADMIN).body(Map.of("assignee", 12)).patch("/api/issues/" + id).then().statusCode(200);
        as(BOB).body(Map.of("resolved", true)).patch("/api/issues/" + id).then().statusCode(200);
        int bobs = create(BOB, "/api/comments", Map.of("issue", id, "message", "by bob"));
        as(BOB).delete("/api/issues/" + id).then().statusCode(403);
        as(ALICE).body("{\"assignee\": null}").patch("/api/issues/" + id).then().statusCode(200);
        as(BOB).get("/api/comments/" + bobs).then().statusCode(200);
        as(BOB).get("/api/comments/" + comment).then().statusCode(403);
        as(BOB).get("/api/comments?issue_id=" + id).then().body("results.id", contains(bobs));
    }

    @Test
    void inAnOrganizationMembersWorkByTheirRoles() {
        fixtures.moveTask(fixtures.taskOf(job), 77);
        var maintainer = Jwts.user(31, "mona").membership(77, "seventy", "maintainer");
        var worker = Jwts.user(32, "will").membership(77, "seventy", "worker");
        var guest = Jwts.user(33, "gus").groups("worker");
        int id = create(maintainer, "/api/issues?org=seventy", issue("from above"));
        as(maintainer).body(issue("elsewhere")).post("/api/issues").then().statusCode(403);
        as(worker).get("/api/issues/" + id).then().statusCode(403);
        as(worker).get("/api/issues?org=seventy").then().body("count", equalTo(0));
        as(maintainer).get("/api/issues?org=seventy").then().body("results.id", contains(id));
        fixtures.person(33, "gus");
        fixtures.assignJob(job, 33);
        as(guest).get("/api/issues?org=&job_id=" + job).then().body("results.id", contains(id));
        as(guest).get("/api/comments?org=&job_id=" + job).then().body("count", equalTo(1));
        as(guest).get("/api/issues?org=").then().body("count", equalTo(0));
        as(maintainer).delete("/api/issues/" + id).then().statusCode(204);
    }

    @Test
    void listsAreFilteredSortedAndSearched() {
        int first = create(ALICE, "/api/issues", issue("one"));
        var late = issue("two");
        late.put("frame", 2);
        late.put("resolved", true);
        late.put("assignee", ALICE_ID);
        int second = create(ALICE, "/api/issues", late);
        int task = fixtures.taskOf(job);
        as(ALICE).get("/api/issues?task_id=" + task).then().body("results.id", contains(second, first));
        as(ALICE).get("/api/issues?resolved=true&job_id=" + job).then().body("results.id", contains(second));
        as(ALICE).get("/api/issues?frame_id=0&job_id=" + job).then().body("results.id", contains(first));
        as(ALICE).get("/api/issues?assignee=alice&job_id=" + job).then().body("results.id", contains(second));
        as(ALICE)
                .get("/api/issues?search=ALI&sort=frame_id&job_id=" + job)
                .then()
                .body("results.id", contains(first, second));
        as(ALICE)
                .queryParam(
                        "filter",
                        "{\"and\":[{\"==\":[{\"var\":\"resolved\"},false]}," + "{\"==\":[{\"var\":\"task_id\"}," + task
                                + "]}]}")
                .get("/api/issues")
                .then()
                .body("results.id", contains(first));
        as(ALICE).get("/api/issues?job_id=x").then().statusCode(400).body("job_id", contains("Enter a number."));
        as(ALICE).get("/api/comments?frame_id=2&job_id=" + job).then().body("results.issue", contains(second));
    }

    @Test
    void commentsComeAndGoAndLeaveTheirIssue() {
        int issue = create(ALICE, "/api/issues", issue("first"));
        int id = create(ALICE, "/api/comments", Map.of("issue", issue, "message", "second"));
        int empty = create(ALICE, "/api/comments", Map.of("issue", issue));
        as(ALICE).get("/api/comments/" + empty).then().body("message", equalTo(""));
        as(ALICE)
                .body(Map.of("message", "x"))
                .post("/api/comments")
                .then()
                .statusCode(400)
                .body("$", contains("Issue matching query does not exist."));
        as(ALICE)
                .body(Map.of("issue", issue, "message", ""))
                .post("/api/comments")
                .then()
                .statusCode(400)
                .body("message", contains("This field may not be blank."));
        as(ALICE)
                .body("{\"message\": \"changed\", \"issue\": 5}")
                .patch("/api/comments/" + id)
                .then()
                .body("message", equalTo("changed"))
                .body("issue", equalTo(issue));
        as(ALICE)
                .body("{\"message\": null}")
                .patch("/api/comments/" + id)
                .then()
                .statusCode(400)
                .body("message", contains("This field may not be null."));
        as(ALICE).get("/api/issues/" + issue).then().body("comments.count", equalTo(3));
        as(ALICE).delete("/api/comments/" + id).then().statusCode(204);
        as(ALICE)
                .get("/api/comments/" + id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Comment matches the given query."));
        as(ALICE).delete("/api/issues/" + issue).then().statusCode(204);
        as(ALICE).get("/api/comments/" + empty).then().statusCode(404);
        as(ALICE)
                .get("/api/issues/" + issue)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Issue matches the given query."));
    }

    @Test
    void whatADeletedUserSaidIsNobodys() {
        fixtures.person(12, "bob");
        fixtures.assignJob(job, 12);
        int id = create(BOB, "/api/issues", issue("mine"));
        String before = as(ALICE).get("/api/issues/" + id).path("updated_date");
        given().header("Authorization", "Bearer " + Jwts.service("auth-service"))
                .delete("/internal/users/12")
                .then()
                .statusCode(204);
        as(ALICE).get("/api/issues/" + id).then().body("owner", nullValue()).body("updated_date", equalTo(before));
        as(ALICE).get("/api/comments?issue_id=" + id).then().body("results.owner", contains(nullValue()));
    }

    @Test
    void nothingOfADeletedTaskIsLeft() {
        int id = create(ALICE, "/api/issues", issue("m"));
        int comment = as(ALICE).get("/api/comments?issue_id=" + id).path("results[0].id");
        as(ALICE).delete("/api/tasks/" + fixtures.taskOf(job)).then().statusCode(204);
        as(ALICE).get("/api/issues/" + id).then().statusCode(404);
        as(ALICE).get("/api/comments/" + comment).then().statusCode(404);
        as(ALICE).get("/api/issues?job_id=" + job).then().body("count", equalTo(0));
        as(ALICE).body(issue("late")).post("/api/issues").then().statusCode(400);
    }

    @Test
    void eventsTellWhatChanged() {
        var key = String.valueOf(fixtures.taskOf(job));
        try (var events = EventTap.of("limn.task")) {
            int id = create(ALICE, "/api/issues", issue("m"));
            as(ALICE).body(Map.of("resolved", true)).patch("/api/issues/" + id);
            as(ALICE).delete("/api/issues/" + id);
            assertThat(events.awaitEvent("issue.created", key)
                            .at("/data/after/resolved")
                            .asBoolean())
                    .isFalse();
            assertThat(events.awaitEvent("comment.created", key)
                            .at("/data/after/message")
                            .asText())
                    .isEqualTo("m");
            var updated = events.awaitEvent("issue.updated", key);
            assertThat(updated.at("/data/before/resolved").asBoolean()).isFalse();
            assertThat(updated.at("/data/after/resolved").asBoolean()).isTrue();
            assertThat(events.awaitEvent("comment.deleted", key)
                            .at("/data/issue_id")
                            .asInt())
                    .isEqualTo(id);
            assertThat(events.awaitEvent("issue.deleted", key).path("actor").isMissingNode())
                    .isFalse();
        }
    }
}
