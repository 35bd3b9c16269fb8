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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class RegisterTest {
    @Inject
    DataSource database;

    @Test
    void aNewUserIsSignedInAndInTheGroupUser() {
        var body = Person.application(
                Map.of("first_name", "Ada", "last_name", "Löwe", "confirmations", List.of(), "is_staff", true));
        var answer = Person.register(body);
        answer.then()
                .statusCode(201)
                .body("username", equalTo(body.get("username")))
                .body("email", equalTo(body.get("email")))
                .body("last_name", equalTo("Löwe"))
                .body("email_verification_required", equalTo(false));

        assertThat(answer.cookies()).containsKeys("sessionid", "csrftoken");
        Person.exchange(null, answer.cookie("sessionid"))
                .then()
                .statusCode(200)
                .body("sign_in", equalTo("session"))
                .body("session_max_age", equalTo(1209600));
    }

    @Test
    void whiteSpaceIsTrimmedAndEverySignOfANameIsTaken() {
        var name = Person.freshName() + ".a@b+c-d_e";
        Person.register(Person.application(Map.of("username", "  " + name + "  ")))
                .then()
                .statusCode(201)
                .body("username", equalTo(name))
                .body("first_name", equalTo(""));
    }

    @Test
    void namesAndAddressesAreTakenWhateverTheirCase() {
        var alice = Person.registers();
        refused(
                Map.of("username", alice.username().toUpperCase()),
                "username",
                "A user with that username already exists.");
        var taken = register(Map.of("email", alice.email().toUpperCase()));

        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.<List<String>>path("$"))
                .containsExactly("A user is already registered with this e-mail address.");
    }

    @Test
    void wrongNamesAreRefused() {
        refused(
                Map.of("username", "al ice-or-not"),
                "username",
                "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.");
        refused(Map.of("username", "abcd"), "username", "Ensure this field has at least 5 characters.");
        refused(Map.of("username", "a".repeat(151)), "username", "Ensure this field has no more than 150 characters.");
        refused(Map.of("first_name", " "), "first_name", "This field may not be blank.");
        refused(
                Map.of("last_name", "x".repeat(151)),
                "last_name",
                "Ensure this field has no more than 150 characters.");
        refused(Map.of("email", "not an address"), "email", "Enter a valid email address.");
        refused(Map.of("email", 3), "email", "Enter a valid email address.");
    }

    @Test
    void weakPasswordsAreRefusedWithEveryReason() {
        weak(
                "1234567",
                "This password is too short. It must contain at least 8 characters.",
                "This password is too common.",
                "This password is entirely numeric.");
        weak("password123", "This password is too common.");
        weak("84930275518", "This password is entirely numeric.");
        refused(
                Map.of("password2", Person.PASSWORD + "x"),
                "non_field_errors",
                "The two password fields didn't match.");
    }

    @Test
    void aPasswordLikeTheNameIsRefused() {
        var name = Person.freshName();
        refused(
                Map.of("username", name, "password1", name, "password2", name),
                "non_field_errors",
                "The password is too similar to the username.");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/auth/register")
                .then()
                .statusCode(400)
                .body("username", equalTo(List.of("This field is required.")))
                .body("password1", equalTo(List.of("This field is required.")))
                .body("password2", equalTo(List.of("This field is required.")));
        var body = new HashMap<String, Object>();
        body.put("username", null);
        body.put("password1", Map.of("a", 1));
        body.put("password2", Person.PASSWORD);
        Person.register(body)
                .then()
                .statusCode(400)
                .body("username", equalTo(List.of("This field may not be null.")))
                .body("password1", equalTo(List.of("Not a valid string.")));
    }

    @Test
    void somebodyWhoWasInvitedKeepsHisId() throws SQLException {
        var address = Person.freshName() + "@example.org";
        long invited = invite(address);
        var answer = register(Map.of("email", address.toUpperCase()));

        answer.then().statusCode(201).body("email", equalTo(address.toUpperCase()));
        Person.exchange("Token " + answer.path("key"), null).then().body("user_id", equalTo((int) invited));
    }

    private long invite(String address) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO users (username, email, password, groups,"
                        + " date_joined) VALUES (?, ?, '!', ARRAY['user'], now()) RETURNING id")) {
            insert.setString(1, address);
            insert.setString(2, address);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Response register(Map<String, Object> changes) {
        return Person.register(Person.application(changes));
    }

    private static void weak(String password, String... reasons) {
        register(Map.of("password1", password, "password2", password))
                .then()
                .statusCode(400)
                .body("password1", equalTo(List.of(reasons)));
    }

    private static void refused(Map<String, Object> changes, String member, String message) {
        register(changes).then().statusCode(400).body(member, equalTo(List.of(message)));
    }
}
