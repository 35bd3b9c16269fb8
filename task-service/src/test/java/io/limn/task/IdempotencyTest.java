package io.limn.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.common.testing.Jwts;
import io.limn.task.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest extends ApiTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    private Response post(Jwts user, String path, Map<String, ?> body) {
        return as(user).header("Idempotency-Key", key).body(body).post(path);
    }

    private static int count(String name) {
        return as(ADMIN).queryParam("name", name).get("/api/tasks").path("count");
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndCreatesNothing() {
        var first = post(ALICE, "/api/tasks", Map.of("name", key));
        var second = post(ALICE, "/api/tasks", Map.of("name", key));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        first.then().header("Idempotency-Replayed", nullValue());
        second.then().header("Idempotency-Replayed", "true");
        assertThat(count(key)).isOne();
    }

    @Test
    void aKeyBelongsToOneRequestOfOneUser() {
        post(ALICE, "/api/tasks", Map.of("name", key)).then().statusCode(201);
        post(ALICE, "/api/tasks", Map.of("name", "other")).then().statusCode(422);
        post(ALICE, "/api/tasks?org=", Map.of("name", key)).then().statusCode(422);
        post(ALICE, "/api/projects", Map.of("name", key)).then().statusCode(201);
        post(BOB, "/api/tasks", Map.of("name", key)).then().statusCode(201).body("owner.username", equalTo("bob"));
        as(ALICE)
                .header("Idempotency-Key", "x".repeat(256))
                .body(Map.of("name", key))
                .post("/api/tasks")
                .then()
                .statusCode(400);
    }

    @Test
    void aRefusedRequestMayBeTriedAgain() {
        post(ALICE, "/api/tasks", Map.of("name", "")).then().statusCode(400);
        post(ALICE, "/api/tasks", Map.of("name", key)).then().statusCode(201);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        var calls = IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Response>) () -> post(ALICE, "/api/tasks", Map.of("name", key)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        assertThat(count(key)).isOne();
    }

    @Test
    void aKeyIsForgottenAfterADay() throws SQLException {
        int first = post(ALICE, "/api/tasks", Map.of("name", key)).path("id");
        new Rows(database)
                .execute("UPDATE idempotency_key SET created_at = now() - interval '25 hours'"
                        + " WHERE idempotency_key = '" + key + "'");
        int second = post(ALICE, "/api/tasks", Map.of("name", key)).path("id");
        assertThat(second).isNotEqualTo(first);
    }
}
