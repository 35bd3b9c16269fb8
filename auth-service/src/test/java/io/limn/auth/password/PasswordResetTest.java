package io.limn.auth.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailResource.class, scope = TestResourceScope.GLOBAL)
class PasswordResetTest {
    private static final String NEW = "Nq2?7750-1931";
    private static final Pattern LINK = Pattern.compile(
            "https://limn\\.test:8443/auth/password/reset/confirm\\?uid=([0-9a-z]+)&token=([A-Za-z0-9]+)");

    private Person alice;

    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @BeforeEach
    void aliceRegisters() {
        alice = Person.registers();
    }

    private static Response ask(String email) {
        return given().contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/auth/password/reset");
    }

    /** The members of the link in the n-th mail. */
    private Map<String, String> link(int mail) {
        await().until(() -> MailResource.to(alice.email()).size() >= mail);
        var found = LINK.matcher(MailResource.to(alice.email()).get(mail - 1).text());
        assertThat(found.find()).isTrue();
        return Map.of("uid", found.group(1), "token", found.group(2));
    }

    private static Response confirm(Map<String, String> link, String first, String second) {
        var body = new LinkedHashMap<String, Object>(link);
        body.put("new_password1", first);
        body.put("new_password2", second);
        return given().contentType("application/json").body(body).post("/api/auth/password/reset/confirm");
    }

    private static void isVoid(Response answer) {
        answer.then().statusCode(400).body("token", equalTo(List.of("Invalid value")));
    }

    @Test
    void theLinkOfTheMailSetsANewPasswordOnce() {
        ask(alice.email().toUpperCase()).then().statusCode(200);
        var link = link(1);
        assertThat(MailResource.to(alice.email()).getFirst().subject()).isEqualTo("Password Reset E-mail");
        assertThat(MailResource.to(alice.email()).getFirst().text()).contains(alice.username());

        confirm(link, NEW, NEW)
                .then()
                .statusCode(200)
                .body("detail", equalTo("Password has been reset with the new password."));
        isVoid(confirm(link, NEW + "x", NEW + "x"));
        Person.login(Map.of("username", alice.username(), "password", NEW))
                .then()
                .statusCode(200)
                .body("key", equalTo(alice.key()));
        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
        assertThat(trail.of(alice.id())).extracting(AuditTrail.Row::act).contains("password.reset");
    }

    @Test
    void anAddressThatNobodyHasIsAnsweredAlike() {
        var known = ask(alice.email());
        var unknown = ask("nobody@example.net");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        link(1);
        assertThat(MailResource.to("nobody@example.net")).isEmpty();
    }

    @Test
    void aWeakPasswordDoesNotUseTheLinkUp() {
        ask(alice.email());
        var link = link(1);

        confirm(link, "qwerty", "qwerty").then().statusCode(400).body("new_password2.size()", equalTo(2));
        confirm(link, NEW, NEW + "x")
                .then()
                .statusCode(400)
                .body("new_password2", equalTo(List.of("The two password fields didn’t match.")));
        confirm(link, NEW, NEW).then().statusCode(200);
    }

    @Test
    void aSignInMakesTheLinkVoid() {
        ask(alice.email());
        var link = link(1);
        alice.login();

        isVoid(confirm(link, NEW, NEW));
    }

    @Test
    void anotherPasswordMakesAllLinksVoid() {
        ask(alice.email());
        ask(alice.email());
        var first = link(1);
        var second = link(2);
        confirm(second, NEW, NEW).then().statusCode(200);

        isVoid(confirm(first, NEW, NEW));
    }

    @Test
    void anotherAddressMakesTheLinkVoid() throws SQLException {
        ask(alice.email());
        var link = link(1);
        sql("UPDATE users SET email = 'x' || email WHERE username = ?");

        isVoid(confirm(link, NEW, NEW));
    }

    @Test
    void anOldLinkIsVoid() throws SQLException {
        ask(alice.email());
        var link = link(1);
        sql("UPDATE password_reset SET expires_at = now() - interval '1 second'"
                + " WHERE user_id = (SELECT id FROM users WHERE username = ?)");

        isVoid(confirm(link, NEW, NEW));
    }

    @Test
    void aLinkIsGoodForItsUserAlone() {
        ask(alice.email());
        var link = link(1);
        var bob = Person.registers();

        isVoid(confirm(Map.of("uid", Long.toString(bob.id(), 36), "token", link.get("token")), NEW, NEW));
        confirm(Map.of("uid", "zzzzzz", "token", link.get("token")), NEW, NEW)
                .then()
                .statusCode(400)
                .body("uid", equalTo(List.of("Invalid value")));
    }

    @Test
    void whoIsSwitchedOffGetsNoMail() throws SQLException {
        sql("UPDATE users SET is_active = FALSE WHERE username = ?");
        ask(alice.email()).then().statusCode(200);
        var bob = Person.registers();
        ask(bob.email()).then().statusCode(200);

        await().until(() -> !MailResource.to(bob.email()).isEmpty());
        assertThat(MailResource.to(alice.email())).isEmpty();
    }

    @Test
    void aMailboxIsNotFlooded() throws SQLException {
        for (int i = 0; i < 5; i++) {
            ask(alice.email()).then().statusCode(200);
        }
        link(3);
        await().during(Duration.ofMillis(200))
                .until(() -> MailResource.to(alice.email()).size() == 3);
    }

    @Test
    void askingIsLimitedByAddressOfTheClient() {
        for (int i = 0; i < 100; i++) {
            attempt("nobody@example.net").then().statusCode(200);
        }
        attempt("nobody@example.net").then().statusCode(429);
    }

    private static Response attempt(String email) {
        return given().header("X-Forwarded-For", "192.0.2.77")
                .contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/auth/password/reset");
    }

    @Test
    void whatIsWrongIsSaid() {
        ask("not an address").then().statusCode(400).body("email", equalTo(List.of("Enter a valid email address.")));
        given().contentType("application/json")
                .body("{}")
                .post("/api/auth/password/reset")
                .then()
                .statusCode(400)
                .body("email", equalTo(List.of("This field is required.")));
        confirm(Map.of("uid", "!", "token", ""), "1", "2")
                .then()
                .statusCode(400)
                .body("$", equalTo(Map.of("token", List.of("This field may not be blank."))));
        given().get("/api/auth/password/reset").then().statusCode(405);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, alice.username());
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
