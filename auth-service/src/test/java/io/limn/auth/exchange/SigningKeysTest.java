package io.limn.auth.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limn.auth.Person;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class SigningKeysTest {
    @Inject
    SigningKeys keys;

    @Inject
    KeyStore store;

    @Inject
    DataSource database;

    @Test
    void aTokenOfTheKeyBeforeLivesOn() throws Exception {
        var alice = Person.registers();
        var before = alice.token();
        store.add(Instant.now());
        keys.refresh();
        var after = alice.token();

        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        for (var token : List.of(before, after)) {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/users/self")
                    .then()
                    .statusCode(200);
        }
        assertThat(published()).contains(keyId(before), keyId(after));
    }

    @Test
    void aKeyIsPublishedBeforeItSigns() throws Exception {
        store.add(Instant.now().plusSeconds(900));
        keys.refresh();
        var token = Person.registers().token();

        assertThat(published()).hasSizeGreaterThan(1).contains(keyId(token));
        assertThat(keys.signing().signsFrom()).isBefore(Instant.now());
    }

    @Test
    void privateHalvesAreSealedAndNeverPublished() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sealed_key, public_key FROM signing_key")) {
            while (row.next()) {
                assertThat(row.getString(1)).startsWith("aes-gcm:");
                assertThat(row.getString(2)).doesNotContain("\"d\"");
            }
        }
        assertThat(keys.published()).doesNotContain("\"d\"");
    }

    @Test
    void foreignAndForgedTokensAreRefused() {
        var token = Person.registers().token();
        for (var wrong : List.of(
                Jwts.admin(1, "admin").token(),
                Jwts.service("gateway"),
                token.substring(0, token.length() - 8) + "AAAAAAAA",
                "nonsense")) {
            given().header("Authorization", "Bearer " + wrong)
                    .get("/api/users/self")
                    .then()
                    .statusCode(401);
        }
    }

    private static String keyId(String token) throws Exception {
        return JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
    }

    private static List<String> published() {
        return given().header("Authorization", "Bearer " + Jwts.service("task-service"))
                .get("/internal/jwks")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.kid");
    }
}
