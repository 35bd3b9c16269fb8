package io.limn.auth.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class PasswordChangeTest {
    private static final String NEW = "Nq2?7750-1931";

    private Person alice;

    @Inject
    AuditTrail trail;

    @BeforeEach
    void aliceRegisters() {
        alice = Person.registers();
    }

    private static Response change(RequestSpecification who, String old, String first, String second) {
        return who.contentType("application/json")
                .body(Map.of("old_password", old, "new_password1", first, "new_password2", second))
                .post("/api/auth/password/change");
    }

    private static Response login(Person person, String password) {
        return Person.login(Map.of("username", person.username(), "password", password));
    }

    @Test
    void theNewPasswordSignsInAndTheOldOneDoesNot() {
        change(alice.asks(), Person.PASSWORD, NEW, NEW)
                .then()
                .statusCode(200)
                .body("detail", equalTo("New password has been saved."));

        login(alice, Person.PASSWORD).then().statusCode(400);
        login(alice, NEW).then().statusCode(200).body("key", equalTo(alice.key()));
        assertThat(trail.of(alice.id())).extracting(AuditTrail.Row::act).contains("password.changed");
    }

    @Test
    void theBrowsersSessionGoesOnUnderAnotherIdAndTheOthersEnd() {
        var other = login(alice, Person.PASSWORD).cookie("sessionid");
        var answer = change(alice.browses(), Person.PASSWORD, NEW, NEW);
        var renewed = answer.cookie("sessionid");

        assertThat(answer.headers().getValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .matches("sessionid=\\w{32}; expires=[^;]+GMT; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax"));
        Person.exchange(null, renewed).then().body("sign_in", equalTo("session"));
        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
        Person.exchange(null, other).then().body("session_ended", equalTo(true)).body("jwt", nullValue());
    }

    @Test
    void aChangeByThePermanentKeyEndsAllSessionsAndSetsNoCookie() {
        var answer = change(alice.asks(), Person.PASSWORD, NEW, NEW);

        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
        alice.asks().get("/api/users/self").then().statusCode(200);
    }

    @Test
    void theSamePasswordAgainIsAllowed() {
        change(alice.asks(), Person.PASSWORD, Person.PASSWORD, Person.PASSWORD)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsWrongIsSaid() {
        change(alice.asks(), "wrong", NEW, NEW)
                .then()
                .statusCode(400)
                .body("old_password", equalTo(List.of(PasswordChangeForm.WRONG)));
        change(alice.asks(), Person.PASSWORD, NEW, NEW + "x")
                .then()
                .statusCode(400)
                .body("new_password2", equalTo(List.of("The two password fields didn’t match.")));
        change(alice.asks(), Person.PASSWORD, "qwerty", "qwerty")
                .then()
                .statusCode(400)
                .body(
                        "new_password2",
                        equalTo(List.of(
                                "This password is too short. It must contain at least 8 characters.",
                                "This password is too common.")));
        change(alice.asks(), Person.PASSWORD, alice.username(), alice.username())
                .then()
                .statusCode(400)
                .body("new_password2", equalTo(List.of("The password is too similar to the username.")));
        change(alice.asks(), Person.PASSWORD, "x".repeat(129), "x".repeat(129))
                .then()
                .statusCode(400)
                .body("new_password1", equalTo(List.of("Ensure this field has no more than 128 characters.")));
        alice.asks()
                .contentType("application/json")
                .body("{\"old_password\": null, \"new_password1\": \"\", \"new_password2\": 5}")
                .post("/api/auth/password/change")
                .then()
                .statusCode(400)
                .body("old_password", equalTo(List.of("This field may not be null.")))
                .body("new_password1", equalTo(List.of("This field may not be blank.")))
                .body("new_password2", nullValue());
        login(alice, Person.PASSWORD).then().statusCode(200);
    }

    @Test
    void nobodyHasNoPassword() {
        change(given(), Person.PASSWORD, NEW, NEW).then().statusCode(401);
        given().get("/api/auth/password/change").then().statusCode(401);
        alice.asks().get("/api/auth/password/change").then().statusCode(405);
    }

    @Test
    void ofTwoChangesAtOnceOneIsDone() throws Exception {
        var token = alice.token();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> raced(token, NEW));
            var other = threads.submit(() -> raced(token, NEW + "b"));
            assertThat(List.of(one.get(), other.get())).contains(200);
        }
        assertThat(List.of(
                        login(alice, NEW).statusCode(), login(alice, NEW + "b").statusCode()))
                .containsExactlyInAnyOrder(200, 400);
    }

    private static int raced(String token, String password) {
        return change(given().header("Authorization", "Bearer " + token), Person.PASSWORD, password, password)
                .statusCode();
    }

    @Test
    void guessingTheOldPasswordIsLimited() {
        for (int i = 0; i < 50; i++) {
            change(alice.asks(), "wrong", NEW, NEW).then().statusCode(400);
        }
        change(alice.asks(), Person.PASSWORD, NEW, NEW).then().statusCode(429);
    }
}
