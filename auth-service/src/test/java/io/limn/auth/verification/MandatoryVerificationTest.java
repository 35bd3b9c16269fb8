package io.limn.auth.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MandatoryVerificationTest.Mandatory.class)
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailResource.class, scope = TestResourceScope.GLOBAL)
class MandatoryVerificationTest {
    private static final Pattern LINK =
            Pattern.compile("https://limn\\.test:8443(/api/auth/account-confirm-email/[-:\\w]+/)");

    @Inject
    DataSource database;

    /** Nobody signs in before his address is confirmed. */
    public static class Mandatory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("limn.auth.email.verification", "mandatory");
        }
    }

    private final Map<String, Object> alice = Person.application(Map.of());
    private final String address = (String) alice.get("email");

    private Response login() {
        return Person.login(Map.of("username", alice.get("username"), "password", Person.PASSWORD));
    }

    private String link() {
        await().until(() -> !MailResource.to(address).isEmpty());
        var found = LINK.matcher(MailResource.to(address).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Response follow(String link) {
        return given().redirects().follow(false).get(link);
    }

    @Test
    void whoRegistersIsNotSignedInButGetsAMail() {
        var answer = Person.register(alice);
        answer.then()
                .statusCode(201)
                .body("email_verification_required", equalTo(true))
                .body("key", nullValue());

        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(link()).isNotEmpty();
    }

    @Test
    void nobodySignsInBeforeHisAddressIsConfirmed() {
        Person.register(alice);
        var refused = login();

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).isEqualTo("Unverified email");
        Person.exchange(basic(), null).then().statusCode(401).body("detail", equalTo("E-mail is not verified."));

        assertThat(follow(link()).header("Location")).isEqualTo("/auth/email-confirmation");
        login().then().statusCode(200);
        Person.exchange(basic(), null).then().statusCode(200).body("sign_in", equalTo("basic"));
    }

    private String basic() {
        var pair = alice.get("username") + ":" + Person.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWrongPasswordTellsNothingOfTheAddress() {
        Person.register(alice);

        Person.login(Map.of("username", alice.get("username"), "password", "wrong"))
                .then()
                .statusCode(400)
                .body("non_field_errors", equalTo(List.of("Unable to log in with provided credentials.")));
    }

    @Test
    void aMailGoesOutOncePerPause() throws SQLException {
        Person.register(alice);
        link();
        login();
        login();
        assertThat(MailResource.to(address)).hasSize(1);

        sql("UPDATE email_confirmation SET sent_at = sent_at - interval '3 minutes' WHERE address = ?");
        login();
        await().until(() -> MailResource.to(address).size() == 2);
    }

    @Test
    void anotherMailMakesTheEarlierLinkVoid() throws SQLException {
        Person.register(alice);
        var first = link();
        sql("UPDATE email_confirmation SET sent_at = sent_at - interval '3 minutes' WHERE address = ?");
        login();
        await().until(() -> MailResource.to(address).size() == 2);

        assertThat(follow(first).header("Location")).isEqualTo("/auth/incorrect-email-confirmation");
        assertThat(follow(link()).header("Location")).isEqualTo("/auth/email-confirmation");
    }

    @Test
    void aLinkMayBeFollowedAgain() {
        Person.register(alice);
        follow(link());

        assertThat(follow(link()).statusCode()).isEqualTo(302);
        assertThat(follow(link()).header("Location")).isEqualTo("/auth/email-confirmation");
    }

    @Test
    void anOldOrUnknownKeyConfirmsNothing() throws SQLException {
        Person.register(alice);
        var link = link();
        sql("UPDATE email_confirmation SET expires_at = now() WHERE address = ?");

        assertThat(follow(link).header("Location")).isEqualTo("/auth/incorrect-email-confirmation");
        assertThat(follow("/api/auth/account-confirm-email/abc:def/").header("Location"))
                .isEqualTo("/auth/incorrect-email-confirmation");
        login().then().statusCode(400);
    }

    @Test
    void anAddressIsDemanded() {
        alice.remove("email");
        Person.register(alice).then().statusCode(400).body("email", equalTo(List.of("This field is required.")));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, address);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
