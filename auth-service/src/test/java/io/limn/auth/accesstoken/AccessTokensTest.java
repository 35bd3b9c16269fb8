package io.limn.auth.accesstoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class AccessTokensTest {
    private static final String PATH = "/api/auth/access_tokens";

    @Inject
    DataSource database;

    @Inject
    AccessTokenCleanUp cleanUp;

    @Inject
    AuditTrail trail;

    @Test
    void theValueIsInTheAnswerThatMakesTheTokenAlone() {
        var alice = Person.registers();
        var made = create(alice, Map.of("name", "  mine  ", "owner", 1, "id", 5, "value", "x"));
        made.then()
                .statusCode(201)
                .body("name", equalTo("mine"))
                .body("read_only", equalTo(true))
                .body("expiry_date", nullValue())
                .body("last_used_date", nullValue())
                .body("owner.username", equalTo(alice.username()));

        assertThat(made.<String>path("value")).matches("[A-Za-z0-9]{8}\\.[A-Za-z0-9]{32}");
        alice.asks().get(PATH + "/" + made.path("id")).then().statusCode(200).body("$", not(hasKey("value")));
        alice.asks()
                .get(PATH)
                .then()
                .body("count", equalTo(1))
                .body("results[0].id", equalTo(made.path("id")))
                .body("results[0]", not(hasKey("value")));
    }

    @Test
    void aTokenIsChangedInParts() {
        var alice = Person.registers();
        var made = create(alice, Map.of("name", "a", "expiry_date", "2099-01-02T03:04:05.5Z"));
        int id = made.path("id");
        patch(alice, id, "{\"read_only\": \"no\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("a"))
                .body("read_only", equalTo(false))
                .body("expiry_date", equalTo("2099-01-02T03:04:05.500000Z"))
                .body("created_date", equalTo(made.path("created_date")))
                .body("updated_date", not(equalTo(made.path("updated_date"))));
        patch(alice, id, "{\"expiry_date\": null, \"name\": \"b\"}")
                .then()
                .body("name", equalTo("b"))
                .body("expiry_date", nullValue());
        patch(alice, id, "{\"name\": \"\"}")
                .then()
                .statusCode(400)
                .body("name", contains("This field may not be blank."));
    }

    @Test
    void whatIsWrongIsToldTogether() {
        create(Person.registers(), Map.of("read_only", "perhaps", "expiry_date", 5))
                .then()
                .statusCode(400)
                .body("name", contains("This field is required."))
                .body("read_only", contains("Must be a valid boolean."))
                .body("expiry_date[0]", notNullValue());
    }

    @Test
    void aRevokedTokenIsGoneAndItsTradeForgotten() {
        var alice = Person.registers();
        int id = create(alice, Map.of("name", "a")).path("id");
        alice.asks().delete(PATH + "/" + id).then().statusCode(204);

        alice.asks()
                .get(PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No AccessToken matches the given query."));
        alice.asks().delete(PATH + "/" + id).then().statusCode(404);
        patch(alice, id, "{\"name\": \"b\"}").then().statusCode(404);
        alice.asks().get(PATH).then().body("count", equalTo(0));
        assertThat(trail.of(alice.id()))
                .extracting(AuditTrail.Row::act)
                .containsSubsequence("token.created", "token.revoked");
        assertThat(trail.of(alice.id()).getLast().details().path("token_id").asInt())
                .isEqualTo(id);
    }

    @Test
    void aTokenThatHasExpiredCannotBeRevived() {
        var alice = Person.registers();
        int id = create(alice, Map.of("name", "a", "expiry_date", "2020-01-01")).path("id");

        patch(alice, id, "{\"expiry_date\": null}").then().statusCode(404);
    }

    @Test
    void anothersTokenIsRefusedExceptToAdministrators() {
        int id = create(Person.registers(), Map.of("name", "a")).path("id");
        var bobby = Person.registers();
        var admin = Person.admin();

        bobby.asks().get(PATH + "/" + id).then().statusCode(403);
        patch(bobby, id, "{}").then().statusCode(403);
        bobby.asks().delete(PATH + "/" + id).then().statusCode(403);
        admin.asks().get(PATH + "/" + id).then().statusCode(200);
        admin.asks()
                .queryParam("filter", "{\"==\":[{\"var\":\"id\"}," + id + "]}")
                .get(PATH)
                .then()
                .body("count", equalTo(0));
        admin.asks().delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void whoIsInNoGroupHasNoTokens() throws SQLException {
        var nobody = Person.registers();
        String value = create(nobody, Map.of("name", "a")).path("value");
        execute("UPDATE users SET groups = '{}' WHERE id = " + nobody.id());

        nobody.asks().get(PATH).then().statusCode(403);
        create(nobody, Map.of("name", "a")).then().statusCode(403);
        bearer(value).get(PATH + "/self").then().statusCode(403);
    }

    @Test
    void onlyATokenHasASelf() {
        var alice = Person.registers();
        var made = create(alice, Map.of("name", "a"));

        bearer(made.path("value"))
                .get(PATH + "/self")
                .then()
                .statusCode(200)
                .body("id", equalTo(made.path("id")))
                .body("last_used_date", notNullValue());
        assertThat(alice.asks()
                        .get(PATH + "/self")
                        .then()
                        .statusCode(401)
                        .extract()
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        RestAssured.get(PATH + "/self").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void noTokenMakesChangesOrRevokesTokens() {
        var alice = Person.registers();
        var made = create(alice, Map.of("name", "a", "read_only", false));
        String value = made.path("value");

        bearer(value).get(PATH).then().statusCode(200).body("count", equalTo(1));
        bearer(value)
                .contentType("application/json")
                .body("{\"name\":\"b\"}")
                .post(PATH)
                .then()
                .statusCode(403);
        bearer(value)
                .contentType("application/json")
                .body("{}")
                .patch(PATH + "/" + made.path("id"))
                .then()
                .statusCode(403);
        bearer(value).delete(PATH + "/" + made.path("id")).then().statusCode(403);
        bearer(value)
                .contentType("application/json")
                .body("{}")
                .patch("/api/users/" + alice.id())
                .then()
                .statusCode(403);
        bearer(value).delete("/api/users/" + alice.id()).then().statusCode(403);
        bearer(value).get("/api/users/self").then().statusCode(200);
        bearer(value).post("/api/auth/logout").then().statusCode(200);
    }

    @Test
    void theLimitHoldsForTwoAtOnce() throws Exception {
        var alice = Person.registers();
        execute("INSERT INTO access_token (owner_id, name, prefix, hash, read_only, created_date, updated_date)"
                + " SELECT " + alice.id() + ", 'old', 'p' || to_char(n, 'FM00') || right('00000' || " + alice.id()
                + ", 5), '', TRUE, now(), now() FROM generate_series(1, 49) n");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> create(alice, Map.of("name", "a")).statusCode();
            var statuses = pool.invokeAll(List.of(one, one, one)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 400, 400);
        }
        create(alice, Map.of("name", "a"))
                .then()
                .body(
                        "[0]",
                        equalTo("You have reached the maximum allowed number of Personal Access Tokens for a user"));
    }

    @Test
    void theTradeOfATokenDoesNotOutliveIt() {
        var alice = Person.registers();
        var end = Instant.now().plusSeconds(60);
        String value = create(alice, Map.of("name", "a", "expiry_date", end.toString()))
                .path("value");
        long expiry = Person.exchange("Bearer " + value, null)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("expires_at");

        assertThat(Instant.ofEpochSecond(expiry)).isBeforeOrEqualTo(end);
    }

    @Test
    void tokensThatCouldNotBeUsedForLongAreRemoved() throws SQLException {
        var alice = Person.registers();
        int good = create(alice, Map.of("name", "good")).path("id");
        int lately = create(alice, Map.of("name", "lately expired", "expiry_date", "2099-01-01"))
                .path("id");
        int expired = create(alice, Map.of("name", "expired", "expiry_date", "2099-01-01"))
                .path("id");
        int revoked = create(alice, Map.of("name", "revoked")).path("id");
        int stale = create(alice, Map.of("name", "stale")).path("id");
        execute("UPDATE access_token SET expiry_date = now() - interval '80 days' WHERE id = " + lately);
        execute("UPDATE access_token SET expiry_date = now() - interval '91 days' WHERE id = " + expired);
        execute("UPDATE access_token SET revoked = TRUE, updated_date = now() - interval '91 days' WHERE id = "
                + revoked);
        execute("UPDATE access_token SET created_date = now() - interval '271 days' WHERE id = " + stale);
        cleanUp.removeOld();

        assertThat(count("owner_id = " + alice.id() + " AND id IN (" + good + ", " + lately + ")"))
                .isEqualTo(2);
        assertThat(count("owner_id = " + alice.id())).isEqualTo(2);
    }

    private static Response create(Person person, Map<String, ?> body) {
        return person.asks().contentType("application/json").body(body).post(PATH);
    }

    private static Response patch(Person person, int id, String body) {
        return person.asks().contentType("application/json").body(body).patch(PATH + "/" + id);
    }

    private static RequestSpecification bearer(String value) {
        String jwt = Person.exchange("Bearer " + value, null)
                .then()
                .statusCode(200)
                .extract()
                .path("jwt");
        return RestAssured.given().header("Authorization", "Bearer " + jwt);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM access_token WHERE " + condition)) {
            row.next();
            return row.getInt(1);
        }
    }
}
