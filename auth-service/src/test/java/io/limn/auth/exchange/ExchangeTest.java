package io.limn.auth.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.Person;
import io.limn.common.identity.Principal;
import io.limn.common.identity.Tokens;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class ExchangeTest {
    private static final String SECRET = ".abcdefghijklmnopqrstuvwxyz012345";

    @Inject
    DataSource database;

    @Inject
    Tokens tokens;

    @Test
    void nothingShownIsAnAnonymousClient() {
        for (var header : new String[] {null, "", "Digest abc"}) {
            Person.exchange(header, null)
                    .then()
                    .statusCode(200)
                    .body("jwt", nullValue())
                    .body("user_id", nullValue())
                    .body("session_ended", equalTo(false));
        }
    }

    @Test
    void everyKindOfCredentialIsTraded() throws Exception {
        var alice = Person.registers();
        var value = accessToken(alice.id(), false, null, Instant.now());

        assertThat(signIn("tOKEN " + alice.key(), null)).isEqualTo(Principal.SignIn.TOKEN);
        assertThat(signIn(null, alice.session())).isEqualTo(Principal.SignIn.SESSION);
        assertThat(signIn("Bearer " + value, null)).isEqualTo(Principal.SignIn.ACCESS_TOKEN);
        assertThat(signIn(basic(alice.username(), Person.PASSWORD), null)).isEqualTo(Principal.SignIn.BASIC);
        assertThat(signIn(basic(alice.email().toUpperCase(), Person.PASSWORD), null))
                .isEqualTo(Principal.SignIn.BASIC);
    }

    @Test
    void theOrderIsKeyThenSessionThenPassword() {
        var alice = Person.registers();
        assertThat(signIn("Token " + alice.key(), alice.session())).isEqualTo(Principal.SignIn.TOKEN);
        assertThat(signIn(basic(alice.username(), "wrong"), alice.session())).isEqualTo(Principal.SignIn.SESSION);
        Person.exchange("Token 0000", alice.session()).then().statusCode(401);
    }

    private Principal.SignIn signIn(String authorization, String session) {
        String jwt = Person.exchange(authorization, session)
                .then()
                .statusCode(200)
                .extract()
                .path("jwt");
        return tokens.user(jwt).orElseThrow().signIn();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Token | Invalid token header. No credentials provided.
                    Token a b | Invalid token header. Token string should not contain spaces.
                    Token 0123456789 | Invalid token.
                    Bearer | Invalid token header. No credentials provided.
                    Bearer abcdefgh.abcdefghijklmnopqrstuvwxyz012345 | Invalid token.
                    Bearer something | Invalid token.
                    Basic | Invalid basic header. No credentials provided.
                    Basic bm9ib2R5 bm9ib2R5 | Invalid basic header. Credentials string should not contain spaces.
                    Basic !!!! | Invalid basic header. Credentials not correctly base64 encoded.
                    Basic bm9ib2R5 | Invalid basic header. Credentials not correctly base64 encoded.
                    Basic bm9ib2R5LWhlcmU6d3Jvbmc= | Invalid username/password.
                    """)
    void wrongCredentialsAreRefused(String header, String detail) {
        Person.exchange(header, null)
                .then()
                .statusCode(401)
                .body("detail", equalTo(detail))
                .body("challenge", equalTo("Token"));
    }

    @Test
    void anUnknownSessionIsTakenBack() {
        Person.exchange(null, "nothing")
                .then()
                .statusCode(200)
                .body("jwt", nullValue())
                .body("session_ended", equalTo(true));
    }

    @Test
    void whoIsSwitchedOffIsRefused() throws Exception {
        var alice = Person.registers();
        Person.exchange(basic(alice.username(), Person.PASSWORD), null).then().statusCode(200);
        execute("UPDATE users SET is_active = FALSE WHERE username = '" + alice.username() + "'");

        Person.exchange("Token " + alice.key(), null)
                .then()
                .statusCode(401)
                .body("detail", equalTo("User inactive or deleted."));
        Person.exchange(basic(alice.username(), Person.PASSWORD), null)
                .then()
                .statusCode(401)
                .body("detail", equalTo("Invalid username/password."));
        Person.exchange(null, alice.session())
                .then()
                .statusCode(200)
                .body("jwt", nullValue())
                .body("session_ended", equalTo(false));
    }

    @Test
    void anotherPasswordEndsSessionsAndPairsButNotTheKey() throws Exception {
        var alice = Person.registers();
        Person.exchange(basic(alice.username(), Person.PASSWORD), null).then().statusCode(200);
        execute("UPDATE users SET password = '!', password_version = password_version + 1 WHERE username = '"
                + alice.username() + "'");

        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
        Person.exchange(basic(alice.username(), Person.PASSWORD), null).then().statusCode(401);
        Person.exchange("Token " + alice.key(), null).then().statusCode(200);
    }

    @Test
    void anImportedPasswordIsCheckedAndHashedAnew() throws Exception {
        var alice = Person.registers();
        var digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest("salty!Q@W#E$R".getBytes(StandardCharsets.UTF_8)));
        execute("UPDATE users SET password = 'md5$salty$" + digest + "' WHERE username = '" + alice.username() + "'");
        var header = basic(alice.username(), "!Q@W#E$R");

        Person.exchange(header, null).then().statusCode(200);
        assertThat(text("SELECT password FROM users WHERE username = '" + alice.username() + "'"))
                .startsWith("argon2$argon2id$");
        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(false));
    }

    @Test
    void accessTokensEndByTimeByRevocationAndByDisuse() throws Exception {
        int alice = Person.registers().id();
        var now = Instant.now();
        var expired = accessToken(alice, true, now.minusSeconds(1), now);
        var unused = accessToken(alice, true, null, now.minusSeconds(181L * 86_400));
        var revoked = accessToken(alice, true, null, now);
        execute("UPDATE access_token SET revoked = TRUE WHERE prefix = '" + revoked.substring(0, 8) + "'");

        for (var value : new String[] {expired, unused, revoked}) {
            Person.exchange("Bearer " + value, null).then().statusCode(401).body("detail", equalTo("Invalid token."));
        }
        var good = accessToken(alice, true, null, now);
        String jwt = Person.exchange("Bearer " + good, null).path("jwt");
        var principal = tokens.user(jwt).orElseThrow();
        assertThat(principal.readOnly()).isTrue();
        assertThat(principal.tokenId()).isNotNull();
        assertThat(text("SELECT hash FROM access_token WHERE prefix = '" + good.substring(0, 8) + "'"))
                .startsWith("sha512$$");
    }

    @Test
    void membershipsAreInTheToken() throws Exception {
        var alice = Person.registers();
        var slug = "o" + Long.toString(System.nanoTime(), 36);
        execute("INSERT INTO organization (slug, name, owner_id, created_date, updated_date) VALUES ('" + slug
                + "', 'x', " + alice.id() + ", now(), now())");
        execute("INSERT INTO membership (user_id, organization_id, role, is_active) SELECT " + alice.id()
                + ", id, 'owner', TRUE FROM organization WHERE slug = '" + slug + "'");

        var memberships = tokens.user(alice.token()).orElseThrow().memberships();
        assertThat(memberships).hasSize(1);
        assertThat(memberships.getFirst().slug()).isEqualTo(slug);
        assertThat(memberships.getFirst().owner()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/jwks", "/internal/users/1", "/internal/users?ids=1"})
    void internalPathsNeedAService(String path) {
        given().get(path).then().statusCode(401);
        Person.registers().asks().get(path).then().statusCode(401);
        given().header("Authorization", "Bearer " + Jwts.service("task-service"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//internal/jwks", "/./internal/jwks", "/api/../internal/jwks", "/%69nternal/jwks"})
    void otherSpellingsOfInternalPathsNeedAServiceToo(String path) throws Exception {
        var address = URI.create("http://localhost:" + RestAssured.port + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + Person.registers().token())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theExchangeNeedsAService() {
        given().contentType("application/json")
                .body("{}")
                .post("/internal/exchange")
                .then()
                .statusCode(401);
        Person.registers()
                .asks()
                .contentType("application/json")
                .body("{}")
                .post("/internal/exchange")
                .then()
                .statusCode(401);
    }

    private String accessToken(int owner, boolean readOnly, Instant expiry, Instant created) throws Exception {
        var prefix = Base64.getEncoder()
                .encodeToString(Long.toString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII))
                .replaceAll("[^A-Za-z0-9]", "");
        prefix = prefix.substring(prefix.length() - 8);
        var value = prefix + SECRET;
        var digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(("salt" + value).getBytes(StandardCharsets.UTF_8)));
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO access_token (owner_id, name, prefix, hash,"
                        + " read_only, created_date, updated_date, expiry_date) VALUES (?, 'x', ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, owner);
            insert.setString(2, prefix);
            insert.setString(3, "md5$salt$" + digest);
            insert.setBoolean(4, readOnly);
            insert.setTimestamp(5, Timestamp.from(created));
            insert.setTimestamp(6, Timestamp.from(created));
            insert.setTimestamp(7, expiry == null ? null : Timestamp.from(expiry));
            insert.executeUpdate();
        }
        return value;
    }

    private static String basic(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
