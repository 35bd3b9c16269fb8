package io.limn.auth.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class SessionListTest {
    private Person alice;
    private String laptop;

    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @BeforeEach
    void aliceSignsInOnTwoBrowsers() {
        alice = Person.registers();
        laptop = given().header("User-Agent", "Laptop/1.0")
                .header("X-Forwarded-For", "192.0.2.5")
                .contentType("application/json")
                .body(Map.of("username", alice.username(), "password", Person.PASSWORD))
                .post("/api/auth/login")
                .cookie("sessionid");
    }

    @Test
    void aUserSeesWhereHeIsSignedIn() {
        alice.browses(laptop)
                .get("/api/auth/sessions")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("results[0].user_agent", equalTo("Laptop/1.0"))
                .body("results[0].address", equalTo("192.0.2.5"))
                .body("results[0].current", equalTo(true))
                .body("results[1].current", equalTo(false));
    }

    @Test
    void aCallerWithoutASessionSeesNoneAsHisOwn() {
        alice.asks().get("/api/auth/sessions").then().body("results.findAll { it.current }", hasSize(0));
        given().get("/api/auth/sessions").then().statusCode(401);
    }

    @Test
    void aSessionIsEndedFromAfar() {
        int id = alice.browses().get("/api/auth/sessions").path("results.find { !it.current }.id");
        alice.browses().delete("/api/auth/sessions/" + id).then().statusCode(204);

        Person.exchange(null, laptop).then().body("session_ended", equalTo(true));
        alice.browses().get("/api/auth/sessions").then().body("count", equalTo(1));
        alice.browses().delete("/api/auth/sessions/" + id).then().statusCode(404);
        assertThat(trail.of(alice.id())).extracting(AuditTrail.Row::act).contains("session.ended");
    }

    @Test
    void theSessionsOfOthersAreNobodysBusiness() {
        int id = alice.asks().get("/api/auth/sessions").path("results[0].id");
        for (var other : new Person[] {Person.registers(), Person.admin()}) {
            assertThat(other.asks().get("/api/auth/sessions?page_size=all").<List<Integer>>path("results.id"))
                    .doesNotContain(id);
            other.asks().delete("/api/auth/sessions/" + id).then().statusCode(404);
        }
        Person.exchange(null, laptop).then().body("sign_in", equalTo("session"));
    }

    @Test
    void sessionsThatAreOverAreNotListed() throws SQLException {
        run("UPDATE user_session SET expires_at = now() WHERE id_hash = ?");
        alice.asks().get("/api/auth/sessions").then().body("count", equalTo(1));
    }

    @Test
    void theLastUseIsNoted() throws SQLException {
        run("UPDATE user_session SET last_used_at = now() - interval '1 hour', created_at = created_at"
                + " - interval '2 hours' WHERE id_hash = ?");
        String before = alice.asks().get("/api/auth/sessions").path("results[0].last_used_date");
        Person.exchange(null, laptop).then().statusCode(200);

        assertThat(alice.asks().get("/api/auth/sessions").<String>path("results[0].last_used_date"))
                .isGreaterThan(before);
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setBytes(1, Digests.sha256(laptop));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
