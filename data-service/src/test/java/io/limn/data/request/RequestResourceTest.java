package io.limn.data.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.data.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestResourceTest extends DataTest {
    private static final AtomicLong USERS = new AtomicLong(System.nanoTime() % 1_000_000 + 100);

    @Test
    void anIdentifierIsReservedOnce() {
        var user = newUser();
        var export = export(user, newTask());

        reserve(export).then().statusCode(201);
        reserve(export).then().statusCode(409).body("rq_id", equalTo(idOf(export)));
        service().post("/internal/requests/{id}/confirm", idOf(export)).then().statusCode(204);
        reserve(export).then().statusCode(409);
    }

    @Test
    void anEndedRequestGivesWay() {
        var user = newUser();
        var export = export(user, newTask());
        long number = reserve(export).jsonPath().getLong("request_id");
        end(number, "fail", Map.of("message", "no"));
        get(user.jwt(), idOf(export))
                .then()
                .statusCode(200)
                .body("status", equalTo("failed"), "message", equalTo("no"));

        reserve(export).then().statusCode(201);

        get(user.jwt(), idOf(export)).then().statusCode(200).body("status", equalTo("queued"), "message", equalTo(""));
    }

    @Test
    void aRequestShowsItsWay() {
        var user = newUser();
        var export = export(user, newTask());
        long number = reserve(export).jsonPath().getLong("request_id");
        service()
                .body(Map.of("message", "half", "progress", 0.5))
                .post("/internal/requests/" + number + "/progress")
                .then()
                .statusCode(204);
        get(user.jwt(), idOf(export))
                .then()
                .body("status", equalTo("started"), "progress", equalTo(0.5f), "message", equalTo("half"));

        end(number, "finish", Map.of("result_path", "/api/x?rq_id=1"));

        get(user.jwt(), idOf(export))
                .then()
                .statusCode(200)
                .header("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private")
                .body("status", equalTo("finished"))
                .body("operation.type", equalTo("export:dataset"))
                .body("operation.format", equalTo("CVAT for images 1.1"))
                .body("owner.username", equalTo(user.name()))
                .body("result_url", containsString("/api/x?rq_id=1"))
                .body("result_id", nullValue());
        service()
                .body(Map.of())
                .post("/internal/requests/" + number + "/progress")
                .then()
                .statusCode(410);
    }

    @Test
    void identifiersArriveEncodedOrNotAndInTheirOldForm() {
        var user = newUser();
        long task = newTask();
        var export = export(user, task);
        reserve(export).then().statusCode(201);

        get(user.jwt(), idOf(export)).then().statusCode(200);
        as(user.jwt()).get("/api/requests/{id}", idOf(export)).then().statusCode(200);
        get(user.jwt(), "export:task-" + task + "-dataset-in-CVAT_for_images_1@1-format-by-" + user.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(idOf(export)));
    }

    @Test
    void anExportIsItsOwnersAndAnAdministrators() {
        var user = newUser();
        var export = export(user, newTask());
        reserve(export).then().statusCode(201);

        get(BOB, idOf(export)).then().statusCode(403);
        cancel(BOB, idOf(export)).then().statusCode(403);
        get(ADMIN, idOf(export)).then().statusCode(200);
        given().get("/api/requests").then().statusCode(401);
    }

    @Test
    void onlyWhatWaitsCanBeCancelled() {
        var user = newUser();
        var waiting = export(user, newTask());
        reserve(waiting).then().statusCode(201);
        var running = export(user, newTask());
        long number = reserve(running).jsonPath().getLong("request_id");
        service()
                .body(Map.of())
                .post("/internal/requests/" + number + "/progress")
                .then()
                .statusCode(204);

        cancel(user.jwt(), idOf(waiting)).then().statusCode(200).body(emptyString());
        get(user.jwt(), idOf(waiting)).then().statusCode(404).body(equalTo("There is no request with specified id"));
        cancel(user.jwt(), idOf(running))
                .then()
                .statusCode(400)
                .body(equalTo("Only requests that have not yet been started can be cancelled"));
    }

    @Test
    void theListIsOnesOwnAndCanBeNarrowed() {
        var user = newUser();
        long task = newTask();
        reserve(export(user, task)).then().statusCode(201);
        reserve(export(user, newTask())).then().statusCode(201);

        list(user, "").then().statusCode(200).body("count", equalTo(2), "results", hasSize(2));
        list(user, "?task_id=" + task).then().body("count", equalTo(1));
        list(user, "?format=CVAT for images 1.1&action=export&target=task&subresource=dataset")
                .then()
                .body("count", equalTo(2));
        list(user, "?status=unheard-of").then().statusCode(200).body("count", equalTo(0));
        list(user, "?org=").then().body("count", equalTo(2));
        list(user, "?page_size=1&sort=created_date").then().body("results[0].operation.task_id", equalTo((int) task));
        as(user.jwt())
                .queryParam("filter", "{\"and\":[{\"==\":[{\"var\":\"task_id\"}," + task + "]}]}")
                .get("/api/requests")
                .then()
                .body("count", equalTo(1));
        as(user.jwt())
                .queryParam("filter", "{\"!=\":[{\"var\":\"task_id\"}," + task + "]}")
                .get("/api/requests")
                .then()
                .body("count", equalTo(1))
                .body("results.operation.task_id", not(hasItem((int) task)));
        list(user, "?sort=nonsense").then().statusCode(200).body("count", equalTo(2));
        as(ADMIN).get("/api/requests?task_id=" + task).then().body("count", equalTo(0));
    }

    @Test
    void whatIsUnderWayIsStoppedByForceAndNoLongerReported() {
        var user = newUser();
        var export = export(user, newTask());
        long number = reserve(export).jsonPath().getLong("request_id");
        report(number, 0.5).then().statusCode(204);

        as(BOB).urlEncodingEnabled(false)
                .post("/api/requests/" + idOf(export) + "/cancel?force=true")
                .then()
                .statusCode(403);
        stop(user, export).then().statusCode(200);

        get(user.jwt(), idOf(export)).then().statusCode(404);
        report(number, 0.6).then().statusCode(410);
        reserve(export).then().statusCode(201);
    }

    @Test
    void whatHasEndedCannotBeStopped() {
        var user = newUser();
        var export = export(user, newTask());
        end(reserve(export).jsonPath().getLong("request_id"), "finish", Map.of());
        stop(user, export).then().statusCode(400).body(equalTo("The request cannot be stopped any more"));
        get(user.jwt(), idOf(export)).then().statusCode(200);
    }

    @Test
    void requestsFollowTheirTaskIntoAnotherWorkspace() {
        var user = newUser();
        long task = newTask();
        var export = export(user, task);
        var about = "/internal/requests/about/tasks/" + task;
        long number = reserve(export).jsonPath().getLong("request_id");
        service().get(about).then().statusCode(200).body("queues", contains("export"));
        end(number, "finish", Map.of());
        service().get(about).then().body("queues", empty());

        service()
                .body(Map.of("organization_id", 5, "organization_slug", "org5"))
                .put(about)
                .then()
                .statusCode(204);
        list(user, "?org=").then().body("count", equalTo(0));
        list(user, "?org=org5").then().statusCode(200).body("count", equalTo(1));
        as(user.jwt()).get(about).then().statusCode(401);
    }

    @Test
    void theOldStatusOfACreationIsStillTold() {
        as(ALICE)
                .get("/api/tasks/" + newTask() + "/status")
                .then()
                .statusCode(200)
                .header("Deprecation", "true")
                .body("state", equalTo("Finished"), "message", equalTo(""));
        as(ALICE).get("/api/tasks/404/status").then().statusCode(404);
    }

    @Test
    void identifiersAreMadeOfTheirParts() {
        assertThat(RequestId.of("export", "job", 7L, null, 2L, null, "CVAT for images 1.1", "dataset"))
                .isEqualTo(
                        "action=export&target=job&target_id=7&user_id=2&format=CVAT_for_images_1~1&subresource=dataset");
        assertThat(RequestId.of("export", "project", 3L, null, 2L, true, null, "backup"))
                .isEqualTo("action=export&target=project&target_id=3&user_id=2&lightweight=True&subresource=backup");
        assertThat(RequestId.normalize("create:task-5")).isEqualTo("action=create&target=task&target_id=5");
        assertThat(RequestId.normalize("quality-check-task-5-user-2"))
                .isEqualTo("action=calculate&target=task&target_id=5&subresource=quality");
    }

    private record User(long id, String name) {
        Jwts jwt() {
            return Jwts.user(id, name);
        }
    }

    private static User newUser() {
        long id = USERS.incrementAndGet();
        return new User(id, "user" + id);
    }

    private static Map<String, Object> export(User user, long task) {
        var export = new HashMap<String, Object>();
        export.put("action", "export");
        export.put("target", "task");
        export.put("target_id", task);
        export.put("subresource", "dataset");
        export.put("format", "CVAT for images 1.1");
        export.put("user_id", user.id());
        export.put("username", user.name());
        export.put("task_id", task);
        return export;
    }

    private static String idOf(Map<String, Object> export) {
        return "action=export&target=task&target_id=" + export.get("target_id") + "&user_id=" + export.get("user_id")
                + "&format=CVAT_for_images_1~1&subresource=dataset";
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer " + Jwts.service("task-service"))
                .contentType(ContentType.JSON);
    }

    private static Response reserve(Map<String, Object> draft) {
        return service().body(draft).post("/internal/requests");
    }

    private static void end(long number, String how, Map<String, ?> body) {
        service()
                .body(body)
                .post("/internal/requests/" + number + "/" + how)
                .then()
                .statusCode(204);
    }

    private static Response report(long number, double progress) {
        return service()
                .body(Map.of("message", "", "progress", progress))
                .post("/internal/requests/" + number + "/progress");
    }

    private static Response stop(User user, Map<String, Object> export) {
        return as(user.jwt()).urlEncodingEnabled(false).post("/api/requests/" + idOf(export) + "/cancel?force=true");
    }

    private static Response get(Jwts user, String id) {
        return as(user).urlEncodingEnabled(false).get("/api/requests/" + id);
    }

    private static Response cancel(Jwts user, String id) {
        return as(user).urlEncodingEnabled(false).post("/api/requests/" + id + "/cancel");
    }

    private static Response list(User user, String query) {
        return as(user.jwt()).get("/api/requests" + query);
    }
}
