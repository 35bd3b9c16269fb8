package io.limn.data.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.Jwts;
import io.limn.data.DataTest;
import io.limn.data.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormerUsersTest extends DataTest {
    private static final String INSERT = """
            INSERT INTO request (rq_id, status, action, target, private, user_id, username, expiry_date)
            VALUES (?, ?, 'export', 'task', TRUE, ?, 'alice', now() + interval '1 day')""";

    @Inject
    Database database;

    @Test
    void endedRequestsOfADeletedUserLapseAtOnce() {
        long alice = System.nanoTime();
        long bobby = alice + 1;
        database.update(INSERT, UUID.randomUUID().toString(), "finished", alice);
        database.update(INSERT, UUID.randomUUID().toString(), "started", alice);
        database.update(INSERT, UUID.randomUUID().toString(), "finished", bobby);
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", "Bearer " + Jwts.service("auth-service"))
                    .delete("/internal/users/" + alice)
                    .then()
                    .statusCode(204);
        }

        assertThat(lapsed(alice)).isEqualTo(1);
        assertThat(lapsed(bobby)).isZero();
    }

    @Test
    void onlyServicesTellIt() {
        given().header("Authorization", Jwts.admin(1, "admin").bearer())
                .delete("/internal/users/5")
                .then()
                .statusCode(401);
    }

    private long lapsed(long user) {
        return database.first(
                        "SELECT count(*) FROM request WHERE user_id = ? AND expiry_date <= now()",
                        row -> row.getLong(1),
                        user)
                .orElseThrow();
    }
}
