package io.limn.task.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideApiTest extends ApiTest {
    @Inject
    DataSource database;

    private Fixtures fixtures;

    @BeforeEach
    void open() {
        fixtures = new Fixtures(database);
    }

    @Test
    void theGuideOfAProjectIsThatOfItsJobs() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p"));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        int job = fixtures.jobOf(task);
        String before = as(ALICE).get("/api/projects/" + project).path("updated_date");
        int guide = as(ALICE)
                .body(Map.of("project_id", project, "markdown", "# Rules"))
                .post("/api/guides")
                .then()
                .statusCode(201)
                .body("$", not(hasKey("created_date")))
                .body("task_id", nullValue())
                .body("markdown", equalTo("# Rules"))
                .extract()
                .path("id");
        as(ALICE).get("/api/guides/" + guide).then().body("$", hasKey("updated_date"));
        as(ALICE)
                .get("/api/projects/" + project)
                .then()
                .body("guide_id", equalTo(guide))
                .body("updated_date", not(equalTo(before)));
        as(ALICE).get("/api/jobs/" + job).then().body("guide_id", equalTo(guide));
        as(ALICE).get("/api/tasks/" + task).then().body("guide_id", nullValue());

        as(ALICE)
                .body("{\"markdown\": \"changed\", \"task_id\": 5}")
                .patch("/api/guides/" + guide)
                .then()
                .statusCode(200)
                .body("markdown", equalTo("changed"))
                .body("project_id", equalTo(project));
        as(ALICE)
                .body("{\"markdown\": null}")
                .patch("/api/guides/" + guide)
                .then()
                .statusCode(400)
                .body("markdown", contains("This field may not be null."));
        as(ALICE).delete("/api/guides/" + guide).then().statusCode(204);
        as(ALICE)
                .get("/api/guides/" + guide)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No AnnotationGuide matches the given query."));
        as(ALICE).get("/api/projects/" + project).then().body("guide_id", nullValue());
    }

    @Test
    void theGuideOfATaskStandsAlone() {
        int job = fixtures.job(ALICE);
        int task = fixtures.taskOf(job);
        int guide = create(ALICE, "/api/guides", Map.of("task_id", task));
        as(ALICE).get("/api/tasks/" + task).then().body("guide_id", equalTo(guide));
        as(ALICE).get("/api/jobs/" + job).then().body("guide_id", equalTo(guide));
        as(ALICE)
                .body(Map.of("task_id", task))
                .post("/api/guides")
                .then()
                .statusCode(400)
                .body("$", contains("The task already has an annotation guide"));
        as(ALICE).delete("/api/tasks/" + task).then().statusCode(204);
        as(ALICE).get("/api/guides/" + guide).then().statusCode(404);
    }

    @Test
    void aGuideHasExactlyOneTarget() {
        int task = create(ALICE, "/api/tasks", Map.of("name", "t"));
        as(ALICE)
                .body(Map.of("task_id", task, "project_id", 1))
                .post("/api/guides")
                .then()
                .statusCode(400)
                .body("$", contains("Both project_id and task_id must not be specified"));
        as(ALICE).body(Map.of("markdown", "x")).post("/api/guides").then().statusCode(403);
        as(ADMIN)
                .body(Map.of("markdown", "x"))
                .post("/api/guides")
                .then()
                .statusCode(400)
                .body("$", contains("One of project_id or task_id must be specified"));
        as(ALICE)
                .body(Map.of("task_id", 999_999))
                .post("/api/guides")
                .then()
                .statusCode(400)
                .body("$", contains("Task matching query does not exist."));
        as(ALICE).get("/api/guides").then().statusCode(405);
    }

    @Test
    void whoWorksOnATargetMayReadItsGuideButNotChangeIt() {
        int job = fixtures.job(ALICE);
        int guide = create(ALICE, "/api/guides", Map.of("task_id", fixtures.taskOf(job)));
        as(BOB).get("/api/guides/" + guide).then().statusCode(403);
        as(BOB).body(Map.of("task_id", fixtures.taskOf(job)))
                .post("/api/guides")
                .then()
                .statusCode(403);
        fixtures.person(12, "bob");
        fixtures.assignJob(job, 12);
        as(BOB).get("/api/guides/" + guide).then().statusCode(200);
        as(BOB).body(Map.of("markdown", "x"))
                .patch("/api/guides/" + guide)
                .then()
                .statusCode(403);
        as(BOB).delete("/api/guides/" + guide).then().statusCode(403);
        given().get("/api/guides/" + guide).then().statusCode(401);
        var maintainer = Jwts.user(31, "mona").membership(77, "seventy", "maintainer");
        fixtures.moveTask(fixtures.taskOf(job), 77);
        as(maintainer)
                .body(Map.of("markdown", "x"))
                .patch("/api/guides/" + guide)
                .then()
                .statusCode(200);
    }

    @Test
    void aPublicGuideIsReadByEverybodyWhoIsSignedIn() {
        int guide = create(ALICE, "/api/guides", Map.of("task_id", fixtures.taskOf(fixtures.job(ALICE))));
        fixtures.run("UPDATE annotation_guide SET is_public = TRUE WHERE id = " + guide);
        as(BOB).get("/api/guides/" + guide).then().statusCode(200);
        as(BOB).body(Map.of("markdown", "x"))
                .patch("/api/guides/" + guide)
                .then()
                .statusCode(403);
        given().get("/api/guides/" + guide).then().statusCode(401);
    }

    @Test
    void staffOfAProjectAreThoseOfItsTasks() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p"));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        int guide = create(ALICE, "/api/guides", Map.of("project_id", project));
        fixtures.person(12, "bob");
        fixtures.assignJob(fixtures.jobOf(task), 12);
        as(BOB).get("/api/guides/" + guide).then().statusCode(200);
        assertThat(as(BOB).get("/api/projects/" + project).statusCode()).isEqualTo(403);
    }
}
