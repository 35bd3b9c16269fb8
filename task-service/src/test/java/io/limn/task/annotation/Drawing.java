package io.limn.task.annotation;

import static io.restassured.RestAssured.given;

import io.limn.common.testing.Jwts;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A task with two labels and jobs of five frames each that do not overlap, and what is drawn there. */
final class Drawing {
    static final Jwts ALICE = Jwts.user(11, "alice");
    private static final int FRAMES = 5;

    private final DataSource database;
    final int task;
    final int car;
    final int person;
    final int colour;
    final List<Long> jobs = new ArrayList<>();

    Drawing(DataSource database, int jobCount) throws SQLException {
        this.database = database;
        var attribute = Map.of(
                "name", "colour", "mutable", false, "input_type", "text", "default_value", "red", "values", List.of());
        var labels = List.of(Map.of("name", "car", "attributes", List.of(attribute)), Map.of("name", "person"));
        task = as(ALICE)
                .body(Map.of("name", "drawn", "labels", labels))
                .post("/api/tasks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        execute("UPDATE task SET data_id = nextval('data_id'), overlap = 0, size = " + jobCount * FRAMES
                + " WHERE id = " + task);
        for (int i = 0; i < jobCount; i++) {
            jobs.add(number(
                    "WITH s AS (INSERT INTO segment (task_id, start_frame, stop_frame, chunks_updated_at) VALUES ("
                            + task + ", " + i * FRAMES + ", " + (i * FRAMES + FRAMES - 1)
                            + ", now()) RETURNING id) INSERT INTO job (task_id, segment_id, created_at, updated_at)"
                            + " SELECT " + task + ", id, now(), now() FROM s RETURNING id"));
        }
        var read = as(ALICE).queryParam("task_id", task).get("/api/labels").then();
        car = read.extract().path("results[0].id");
        person = read.extract().path("results[1].id");
        colour = read.extract().path("results[0].attributes[0].id");
    }

    static RequestSpecification as(Jwts user) {
        return given().header("Authorization", user.bearer()).contentType(ContentType.JSON);
    }

    long job() {
        return jobs.getFirst();
    }

    String path() {
        return path(job());
    }

    static String path(long job) {
        return "/api/jobs/" + job + "/annotations";
    }

    String taskPath() {
        return "/api/tasks/" + task + "/annotations";
    }

    Map<String, Object> box(int frame, int left) {
        return box(car, frame, left);
    }

    static Map<String, Object> box(int label, int frame, int left) {
        return new HashMap<>(Map.of(
                "type", "rectangle", "frame", frame, "label_id", label, "points", List.of(left, 2, left + 8, 9)));
    }

    static Map<String, Object> withId(int id, Map<String, Object> object) {
        object.put("id", id);
        return object;
    }

    @SafeVarargs
    static Map<String, Object> shapes(Map<String, Object>... shapes) {
        return Map.of("shapes", List.of(shapes));
    }

    ValidatableResponse put(Map<String, ?> body) {
        return as(ALICE).body(body).put(path()).then().statusCode(200);
    }

    ValidatableResponse patch(String action, Map<String, ?> body) {
        return as(ALICE)
                .queryParam("action", action)
                .body(body)
                .patch(path())
                .then()
                .statusCode(200);
    }

    ValidatableResponse read() {
        return as(ALICE).get(path()).then().statusCode(200);
    }

    ValidatableResponse revision(long number) {
        return as(ALICE).get(path() + "/revisions/" + number).then();
    }

    ValidatableResponse restore(long number) {
        return as(ALICE).post(path() + "/revisions/" + number + "/restore").then();
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
