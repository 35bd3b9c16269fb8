package io.limn.task.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferTest extends ApiTest {
    private static final long ORG = 31;
    private static final Jwts MARIA = Jwts.user(31, "maria").membership(ORG, "org31", "owner");
    private static final Jwts WIM = Jwts.user(32, "wim").membership(ORG, "org31", "worker");

    @Inject
    DataSource database;

    @ConfigProperty(name = "limn.services.data")
    String services;

    private static ValidatableResponse transfer(Jwts user, String path, Object organization, Object... more) {
        var body = new HashMap<String, Object>();
        body.put("organization_id", organization);
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return as(user).body(body).patch(path).then();
    }

    @Test
    void aTaskGoesToAnOrganizationAndBackAndItsPeopleStayBehind() throws SQLException {
        int id = create(MARIA, "/api/tasks", Map.of("name", "travels", "assignee_id", 31));
        long job = new Rows(database).job(id, 2);
        as(MARIA).body(Map.of("assignee", 31)).patch("/api/jobs/" + job).then().statusCode(200);
        var path = "/api/tasks/" + id;
        String before = as(MARIA).get(path).path("updated_date");

        transfer(MARIA, path, ORG)
                .statusCode(200)
                .body("organization_id", equalTo((int) ORG), "owner.id", equalTo(31))
                .body("assignee", nullValue(), "assignee_updated_date", notNullValue());

        assertThat(as(MARIA).get(path).<String>path("updated_date")).isNotEqualTo(before);
        as(MARIA).get("/api/jobs/" + job).then().body("assignee", nullValue());
        as(MARIA).get("/api/tasks?org=org31&page_size=all").then().body("results.id", hasItem(id));
        as(MARIA).get("/api/tasks?org=&page_size=all").then().body("results.id", not(hasItem(id)));
        as(MARIA).body(Map.of("assignee_id", 31)).patch(path).then().statusCode(200);
        transfer(MARIA, path, null).statusCode(200).body("organization_id", nullValue(), "assignee", nullValue());
        transfer(MARIA, path, null, "name", "renamed").statusCode(200).body("name", equalTo("renamed"));
    }

    @Test
    void aProjectTakesItsTasksAlong() {
        int project = create(MARIA, "/api/projects", Map.of("name", "travels"));
        int task = create(MARIA, "/api/tasks", Map.of("name", "inside", "project_id", project));
        String before = as(MARIA).get("/api/tasks/" + task).path("updated_date");
        transfer(MARIA, "/api/projects/" + project, ORG).statusCode(200).body("organization", equalTo((int) ORG));
        as(MARIA)
                .get("/api/tasks/" + task)
                .then()
                .body("organization_id", equalTo((int) ORG), "updated_date", equalTo(before))
                .body("assignee_updated_date", notNullValue());
    }

    @Test
    void whoMayNotDeleteHereOrCreateThereTransfersNothing() {
        int mine = create(WIM, "/api/tasks", Map.of("name", "wim's"));
        transfer(WIM, "/api/tasks/" + mine, ORG).statusCode(403);
        transfer(MARIA, "/api/tasks/" + mine, ORG).statusCode(403);
        int project = create(WIM, "/api/projects", Map.of("name", "wim's"));
        transfer(WIM, "/api/projects/" + project, ORG).statusCode(403);
        transfer(ADMIN, "/api/projects/" + project, 99_999).statusCode(400).body("$", contains("Invalid org id"));
    }

    @Test
    void nothingElseChangesWithATransfer() {
        int project = create(MARIA, "/api/projects", Map.of("name", "stays"));
        int task = create(MARIA, "/api/tasks", Map.of("name", "stays"));
        int inside = create(MARIA, "/api/tasks", Map.of("name", "stays", "project_id", project));
        transfer(MARIA, "/api/tasks/" + task, ORG, "name", "x")
                .statusCode(400)
                .body(
                        "non_field_errors",
                        contains("Fields {'name'} cannot be updated when transferring to another workspace"));
        transfer(MARIA, "/api/projects/" + project, ORG, "bug_tracker", "x")
                .statusCode(400)
                .body(
                        "non_field_errors",
                        contains("Fields {'bug_tracker'} cannot be updated when transferring to another workspace"));
        transfer(MARIA, "/api/tasks/" + task, ORG, "project_id", project)
                .statusCode(400)
                .body(
                        "non_field_errors",
                        contains("A task cannot be moved into a project and into an organization at the same time"));
        transfer(MARIA, "/api/tasks/" + inside, null)
                .statusCode(400)
                .body("non_field_errors", contains("Only top-level resources can be moved between workspaces"));
        transfer(MARIA, "/api/tasks/" + task, "there").statusCode(400);
    }

    @Test
    void backgroundRequestsAndCloudStoragesHoldItBack() throws SQLException {
        int task = create(MARIA, "/api/tasks", Map.of("name", "busy"));
        var path = "/api/tasks/" + task;
        teach("/internal/requests/about/tasks/" + task, "{\"queues\": [\"import\"]}");
        transfer(MARIA, path, ORG)
                .statusCode(400)
                .body("$", contains("Background processes are still running in the 'import' queue"));
        teach("/internal/requests/about/tasks/" + task, "{\"queues\": []}");
        new Rows(database)
                .execute("WITH s AS (INSERT INTO storage (location, cloud_storage_id) VALUES ('cloud_storage', 5)"
                        + " RETURNING id) UPDATE task SET source_storage_id = s.id FROM s WHERE task.id = " + task);
        transfer(MARIA, path, ORG)
                .statusCode(400)
                .body("$", contains("Could not find a similar cloud storage in the new workspace"));
        var local = new HashMap<String, Object>();
        local.put("location", "local");
        local.put("cloud_storage_id", null);
        transfer(MARIA, path, ORG, "source_storage", local)
                .statusCode(200)
                .body("source_storage.location", equalTo("local"))
                .body("source_storage.cloud_storage_id", nullValue());
    }

    private void teach(String path, String answer) {
        given().baseUri(services)
                .header("X-Method", "GET")
                .header("X-Status", "200")
                .body(answer)
                .put(path);
    }
}
