package io.limn.task.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrashApiTest extends ApiTest {
    @Inject
    DataSource database;

    private static ValidatableResponse trash(Jwts user, String query) {
        return as(user).get("/api/trash?page_size=all&" + query).then().statusCode(200);
    }

    private static ValidatableResponse restore(Jwts user, String path) {
        return as(user).post("/api/trash/" + path + "/restore").then();
    }

    private static void delete(String path) {
        as(ALICE).delete("/api/" + path).then().statusCode(204);
        as(ALICE).get("/api/" + path).then().statusCode(404);
    }

    @Test
    void aRestoredTaskHasEverythingItHad() throws SQLException {
        int id = create(ALICE, "/api/tasks", Map.of("name", "missed", "labels", List.of(Map.of("name", "car"))));
        long job = new Rows(database).job(id, 3);
        int label = as(ALICE).get("/api/labels?task_id=" + id).path("results[0].id");
        as(ALICE)
                .body(Map.of("tags", List.of(Map.of("frame", 1, "label_id", label, "attributes", List.of()))))
                .put("/api/jobs/" + job + "/annotations")
                .then()
                .statusCode(200);
        var task = as(ALICE).get("/api/tasks/" + id).asString();
        var annotations = as(ALICE).get("/api/jobs/" + job + "/annotations").asString();

        delete("tasks/" + id);
        as(ALICE).get("/api/jobs/" + job).then().statusCode(404);
        as(ALICE).get("/api/jobs/" + job + "/annotations").then().statusCode(404);
        as(ALICE).get("/api/labels/" + label).then().statusCode(404);
        trash(ALICE, "kind=task&name=missed")
                .body("results.id", contains(id), "results.kind", contains("task"))
                .body("results[0].owner.username", equalTo("alice"))
                .body("results[0].deleted_by.username", equalTo("alice"))
                .body("results[0].purge_date", notNullValue());

        restore(ALICE, "tasks/" + id).statusCode(200).body("id", equalTo(id), "name", equalTo("missed"));

        assertThat(as(ALICE).get("/api/tasks/" + id).asString()).isEqualTo(task);
        assertThat(as(ALICE).get("/api/jobs/" + job + "/annotations").asString())
                .isEqualTo(annotations);
        trash(ALICE, "kind=task").body("results.id", not(hasItem(id)));
        restore(ALICE, "tasks/" + id).statusCode(404);
    }

    @Test
    void aProjectComesBackWithTheTasksThatWereDeletedWithIt() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p"));
        int before = create(ALICE, "/api/tasks", Map.of("name", "before", "project_id", project));
        int with = create(ALICE, "/api/tasks", Map.of("name", "with", "project_id", project));
        delete("tasks/" + before);
        delete("projects/" + project);
        trash(ALICE, "").body("results.findAll { it.kind == 'task' }.id", not(hasItem(with)));
        trash(ALICE, "").body("results.findAll { it.kind == 'project' }.id", hasItem(project));
        restore(ALICE, "tasks/" + before).statusCode(404);

        restore(ALICE, "projects/" + project).statusCode(200);
        as(ALICE).get("/api/tasks/" + with).then().statusCode(200);
        as(ALICE).get("/api/tasks/" + before).then().statusCode(404);
        as(ALICE).get("/api/projects/" + project).then().body("tasks.count", equalTo(1));
        trash(ALICE, "project_id=" + project).body("results.id", contains(before));
        restore(ALICE, "tasks/" + before).statusCode(200);
        as(ALICE).get("/api/projects/" + project).then().body("tasks.count", equalTo(2));
    }

    @Test
    void whoMayDeleteMayRestoreAndNobodyElse() {
        int id = create(ALICE, "/api/tasks", Map.of("name", "hers", "assignee_id", ALICE_ID));
        delete("tasks/" + id);
        trash(BOB, "").body("results.id", not(hasItem(id)));
        restore(BOB, "tasks/" + id).statusCode(403);
        as(BOB).delete("/api/trash/tasks/" + id).then().statusCode(403);
        restore(BOB, "projects/2000000000").statusCode(404);
        io.restassured.RestAssured.given().get("/api/trash").then().statusCode(401);
        trash(ADMIN, "kind=task").body("results.id", hasItem(id));
        restore(ADMIN, "tasks/" + id).statusCode(200);
    }

    @Test
    void maintainersRestoreWhatTheirOrganizationLost() {
        var maria = Jwts.user(41, "maria41").membership(41, "org41", "maintainer");
        var sam = Jwts.user(42, "sam42").membership(41, "org41", "supervisor");
        int id = as(sam).body(Map.of("name", "team"))
                .post("/api/tasks?org=org41")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(sam).delete("/api/tasks/" + id).then().statusCode(204);
        trash(maria, "org=org41").body("results.id", contains(id));
        trash(maria, "org=").body("results.id", not(hasItem(id)));
        as(maria).delete("/api/trash/tasks/" + id).then().statusCode(204);
        trash(sam, "org=org41").body("count", equalTo(0));
    }

    @Test
    void whatIsPurgedNowIsGone() {
        int project = create(ALICE, "/api/projects", Map.of("name", "gone"));
        int task = create(ALICE, "/api/tasks", Map.of("name", "gone", "project_id", project));
        delete("projects/" + project);
        as(ALICE).delete("/api/trash/projects/" + project).then().statusCode(204);
        restore(ALICE, "projects/" + project).statusCode(404);
        as(ALICE).delete("/api/trash/projects/" + project).then().statusCode(404);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(new Rows(database)
                        .number("SELECT (SELECT count(*) FROM task WHERE id = " + task
                                + ") + (SELECT count(*) FROM project WHERE id = " + project + ")"))
                .isZero());
    }

    @Test
    void whatIsDeletedAgainIsKeptAnew() throws SQLException {
        int id = create(ALICE, "/api/tasks", Map.of("name", "twice"));
        delete("tasks/" + id);
        String first = trash(ALICE, "name=twice").extract().path("results[0].purge_date");
        restore(ALICE, "tasks/" + id).statusCode(200);
        delete("tasks/" + id);
        String second = trash(ALICE, "name=twice").extract().path("results[0].purge_date");
        assertThat(second).isGreaterThan(first);
        var queued = "SELECT count(*) FROM work WHERE kind = 'task.purge' AND work_key = '" + id + "' AND state = '%s'";
        assertThat(new Rows(database).number(queued.formatted("queued"))).isOne();
        assertThat(new Rows(database).number(queued.formatted("cancelled"))).isOne();
    }

    @Test
    void whatAPurgeHasBegunWithStaysAway() throws SQLException {
        int id = create(ALICE, "/api/tasks", Map.of("name", "late"));
        delete("tasks/" + id);
        new Rows(database)
                .execute("UPDATE work SET state = 'running', attempt = 1, lease_until = now() + interval '1 hour'"
                        + " WHERE kind = 'task.purge' AND work_key = '" + id + "'");
        restore(ALICE, "tasks/" + id).statusCode(404);
        as(ALICE).get("/api/tasks/" + id).then().statusCode(404);
    }
}
