package io.limn.task.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskApiTest extends ApiTest {
    @Test
    void aNewTaskShowsNothingAboutDataAndReadsBackTheSame() {
        var created = as(ALICE)
                .body("{\"name\": \"  plain \", \"project_id\": null}")
                .post("/api/tasks")
                .then()
                .statusCode(201)
                .contentType("application/vnd.cvat+json")
                .body("name", equalTo("plain"))
                .body("owner.username", equalTo("alice"))
                .body("organization_id", nullValue())
                .body("$", not(hasKey("size")))
                .body("$", not(hasKey("data")))
                .body("jobs.count", equalTo(0))
                .extract();
        var read = as(ALICE)
                .get("/api/tasks/" + created.path("id"))
                .then()
                .statusCode(200)
                .extract();
        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @Test
    void peopleDoNotSeeEachOthersTasks() {
        int id = create(ALICE, "/api/tasks", Map.of("name", "private"));
        as(BOB).get("/api/tasks/" + id).then().statusCode(403);
        as(BOB).body("{}").patch("/api/tasks/" + id).then().statusCode(403);
        as(BOB).delete("/api/tasks/" + id).then().statusCode(403);
        as(BOB).get("/api/tasks?page_size=all").then().statusCode(200).body("results.id", not(contains(id)));
        as(ALICE).get("/api/tasks?page_size=all").then().body("results.id", org.hamcrest.Matchers.hasItem(id));
        as(ADMIN).get("/api/tasks/" + id).then().statusCode(200);
        given().get("/api/tasks/" + id).then().statusCode(401);
        given().get("/api/tasks").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/tasks")
                .then()
                .statusCode(401);
    }

    @Test
    void workersCreateNothing() {
        var worker = Jwts.user(13, "worker").groups("worker");
        as(worker).body(Map.of("name", "x")).post("/api/tasks").then().statusCode(403);
    }

    @Test
    void faultsAreToldMemberByMember() {
        as(ALICE)
                .body("{\"name\": \"x\", \"overlap\": \"few\", \"segment_size\": [], \"subset\": {}}")
                .post("/api/tasks")
                .then()
                .statusCode(400)
                .body("overlap", contains("A valid integer is required."))
                .body("segment_size", contains("A valid integer is required."))
                .body("subset", contains("Not a valid string."));
        as(ALICE)
                .body("{\"name\": \"x\", \"consensus_replicas\": 1}")
                .post("/api/tasks")
                .then()
                .statusCode(400)
                .body(
                        "consensus_replicas",
                        contains("Consensus replicas must be 0 or a positive number more than 1 and less than 12,"
                                + " got 1"));
        as(ALICE)
                .body("{\"name\": \"x\", \"project_id\": 99999}")
                .post("/api/tasks")
                .then()
                .statusCode(400)
                .body("$", contains("Project matching query does not exist."));
    }

    @Test
    void onlyARealChangeMovesTheDate() {
        int id = create(ALICE, "/api/tasks", Map.of("name", "dated"));
        String before = as(ALICE).get("/api/tasks/" + id).path("updated_date");
        as(ALICE)
                .body(Map.of("name", "dated", "subset", ""))
                .patch("/api/tasks/" + id)
                .then()
                .statusCode(200)
                .body("updated_date", equalTo(before));
        as(ALICE)
                .body(Map.of("subset", "Train"))
                .patch("/api/tasks/" + id)
                .then()
                .statusCode(200)
                .body("subset", equalTo("Train"))
                .body("updated_date", not(equalTo(before)));
        as(ALICE)
                .body(Map.of("overlap", 3))
                .patch("/api/tasks/" + id)
                .then()
                .statusCode(403)
                .body("detail", equalTo("Attempted to update an unknown field"));
    }

    @Test
    void aTaskTouchesItsProjectAndSharesItsLabels() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p", "labels", List.of(Map.of("name", "car"))));
        String before = as(ALICE).get("/api/projects/" + project).path("updated_date");
        int task = create(ALICE, "/api/tasks", Map.of("name", "inside", "project_id", project, "subset", "Train"));
        as(ALICE)
                .get("/api/projects/" + project)
                .then()
                .body("updated_date", not(equalTo(before)))
                .body("tasks.count", equalTo(1))
                .body("task_subsets", contains("Train"))
                .body("dimension", equalTo("2d"));
        as(ALICE)
                .get("/api/labels?task_id=" + task)
                .then()
                .statusCode(200)
                .body("results.name", contains("car"))
                .body("results[0].project_id", equalTo(project))
                .body("results[0]", not(hasKey("task_id")));
        as(BOB).get("/api/labels?task_id=" + task).then().statusCode(403);
    }

    @Test
    void whatIsDeletedIsGoneAtOnce() {
        int project = create(ALICE, "/api/projects", Map.of("name", "p"));
        int task = create(ALICE, "/api/tasks", Map.of("name", "t", "project_id", project));
        as(ALICE).delete("/api/projects/" + project).then().statusCode(204);
        as(ALICE)
                .get("/api/projects/" + project)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Project matches the given query."));
        as(ALICE).get("/api/tasks/" + task).then().statusCode(404);
    }

    @Test
    void filtersSearchAndSortWork() {
        var name = "f" + System.nanoTime();
        int first = create(ALICE, "/api/tasks", Map.of("name", name + " b", "subset", "Train"));
        int second = create(ALICE, "/api/tasks", Map.of("name", name + " a"));
        as(ALICE).get("/api/tasks?sort=name&search=" + name).then().body("results.id", contains(second, first));
        as(ALICE).get("/api/tasks?subset=Train&search=" + name).then().body("results.id", contains(first));
        as(ALICE).get("/api/tasks?owner=alice&search=" + name).then().body("count", equalTo(2));
        as(ALICE)
                .queryParam("filter", "{\"and\":[{\"==\":[{\"var\":\"id\"}," + second + "]}]}")
                .get("/api/tasks")
                .then()
                .body("results.id", contains(second));
        as(ALICE).get("/api/tasks?dimension=4d").then().statusCode(400);
        as(ALICE)
                .get("/api/tasks?sort=-updated_date&page_size=1&search=" + name)
                .then()
                .body("results.id", contains(second))
                .body("next", not(nullValue()));
    }

    @Test
    void membersOfAnOrganizationSeeItsTasksByTheirRole() {
        var maintainer = Jwts.user(21, "maria").membership(7, "org7", "maintainer");
        var supervisor = Jwts.user(22, "sam").membership(7, "org7", "supervisor");
        var worker = Jwts.user(23, "wim").membership(7, "org7", "worker");
        int id = as(supervisor)
                .body(Map.of("name", "team"))
                .post("/api/tasks?org=org7")
                .then()
                .statusCode(201)
                .body("organization", equalTo(7))
                .extract()
                .path("id");
        as(maintainer).get("/api/tasks/" + id).then().statusCode(200);
        as(worker).get("/api/tasks/" + id).then().statusCode(403);
        as(worker).body(Map.of("name", "x")).post("/api/tasks?org=org7").then().statusCode(403);
        as(maintainer).get("/api/tasks?org=org7").then().body("results.id", contains(id));
        as(worker).get("/api/tasks?org=org7").then().statusCode(200).body("count", equalTo(0));
        as(supervisor).get("/api/tasks?org=").then().body("count", equalTo(0));
    }
}
