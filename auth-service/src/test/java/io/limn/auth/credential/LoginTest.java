package io.limn.auth.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class LoginTest {
    private static final String UNKNOWN_ADDRESS = "Unable to login with provided credentials";
    private static final String INCOMPLETE = "Must include either \"username\" or \"email\" and \"password\".";

    @Test
    void everyWayToNameOneselfGivesTheSameKey() {
        var alice = Person.registers();
        var name = alice.username();
        var ways = List.of(
                Map.of("username", name, "password", Person.PASSWORD),
                Map.of("email", alice.email(), "password", Person.PASSWORD),
                Map.of("email", alice.email().toUpperCase(), "password", Person.PASSWORD),
                Map.of("username", alice.email(), "password", Person.PASSWORD),
                Map.of("username", name.toUpperCase(), "password", Person.PASSWORD),
                Map.of("username", " " + name + " ", "password", " " + Person.PASSWORD + " ", "remember", true),
                Map.of("username", name, "email", "", "password", Person.PASSWORD));

        for (var way : ways) {
            Person.login(way).then().statusCode(200).body("key", equalTo(alice.key()));
        }
        assertThat(alice.key()).matches("[0-9a-f]{40}");
    }

    @Test
    void aSignInSetsCookiesOfWhichNoneEndsWithABareAttribute() {
        var cookies = Person.registers().login().headers().getValues("Set-Cookie");

        assertThat(cookies).hasSize(2);
        assertThat(cookies)
                .anyMatch(c -> c.matches(
                        "sessionid=\\w{32}; expires=[^;]+GMT; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax"))
                .anyMatch(
                        c -> c.matches("csrftoken=\\w{32}; expires=[^;]+GMT; Max-Age=31449600; Path=/; SameSite=Lax"));
    }

    @Test
    void aSignInMovesTheTimeOfTheLastOne() {
        var alice = Person.registers();
        String before = alice.asks().get("/api/users/self").path("last_login");
        alice.login();

        assertThat(alice.asks().get("/api/users/self").<String>path("last_login"))
                .isGreaterThan(before);
    }

    @Test
    void aSignInReplacesTheSessionOfTheBrowser() {
        var alice = Person.registers();
        given().cookie("sessionid", alice.session())
                .contentType("application/json")
                .body(Map.of("username", alice.username(), "password", Person.PASSWORD))
                .post("/api/auth/login")
                .then()
                .statusCode(200);

        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
    }

    @Test
    void wrongPairsAreRefusedAlike() {
        var alice = Person.registers();
        for (var body : List.of(
                Map.of("username", alice.username(), "password", "wrong"),
                Map.of("username", Person.freshName(), "password", "wrong"),
                Map.of("email", alice.email(), "password", "wrong"))) {
            Person.login(body)
                    .then()
                    .statusCode(400)
                    .body("non_field_errors", equalTo(List.of("Unable to log in with provided credentials.")));
        }
    }

    @Test
    void anAddressThatNobodyHasIsWordedDifferently() {
        var alice = Person.registers();
        refused(Person.login(Map.of("email", "nobody@example.org", "password", "x")), UNKNOWN_ADDRESS);
        refused(Person.login(Map.of("email", "not an address", "password", "x")), UNKNOWN_ADDRESS);
        refused(
                Person.login(Map.of(
                        "username", alice.username(), "email", "nobody@example.org", "password", Person.PASSWORD)),
                UNKNOWN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\": \"alice\"}",
                "{\"username\": \"alice\", \"password\": null}",
                "{\"username\": \"alice\", \"password\": \" \"}",
                "{\"password\": \"x\"}",
                "[\"alice\", \"x\"]",
                "null",
                "5",
                ""
            })
    void anIncompleteSignInIsRefused(String body) {
        refused(given().contentType("application/json").body(body).post("/api/auth/login"), INCOMPLETE);
    }

    private static void refused(Response answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<List<String>>path("$")).containsExactly(message);
    }

    @Test
    void wrongTypesAreRefused() {
        Person.login(Map.of("username", "alice", "password", true))
                .then()
                .statusCode(400)
                .body("password", equalTo(List.of("Not a valid string.")));
        Person.login(Map.of("username", List.of("alice"), "password", "x"))
                .then()
                .statusCode(400)
                .body("username", equalTo(List.of("Not a valid string.")));
    }

    @Test
    void onlyJsonIsTaken() {
        given().contentType("application/x-www-form-urlencoded")
                .body("username=alice&password=x")
                .post("/api/auth/login")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body("{\"username\": ")
                .post("/api/auth/login")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "register", "logout"})
    void otherMethodsAreRefusedToAnonymousCallersAsWell(String path) {
        given().get("/api/auth/" + path).then().statusCode(405).body("detail", equalTo("Method \"GET\" not allowed."));
        given().put("/api/auth/" + path).then().statusCode(405);
    }

    @Test
    void tooManyWrongPasswordsLockTheNameOutForATime() {
        var alice = Person.registers();
        var wrong = Map.of("username", alice.username(), "password", "wrong");
        for (int i = 0; i < 50; i++) {
            attempt(wrong, "192.0.2.7").then().statusCode(400);
        }
        var refused = attempt(Map.of("username", alice.username(), "password", Person.PASSWORD), "192.0.2.7");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).matches("\\d+");
        assertThat(refused.<String>path("detail")).startsWith("Request was throttled. Expected available in ");
    }

    private static Response attempt(Map<String, ?> body, String address) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(body)
                .post("/api/auth/login");
    }
}
