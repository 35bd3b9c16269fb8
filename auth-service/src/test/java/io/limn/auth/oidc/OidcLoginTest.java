package io.limn.auth.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.limn.auth.AuthTest;
import io.limn.auth.Person;
import io.limn.auth.audit.AuditTrail;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ProviderResource.class, scope = TestResourceScope.GLOBAL)
class OidcLoginTest extends AuthTest {
    private Visitor ada;

    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @BeforeEach
    void somebodyNew() {
        ada = new Visitor();
    }

    @Test
    void whoComesFirstGetsAnAccountAndASession() {
        var answer = ada.with("groups", List.of("annotators", "others")).signsIn();

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/tasks?page=2");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .hasSize(3)
                .anyMatch(c -> c.matches(
                        "sessionid=\\w{32}; expires=[^;]+GMT; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax"))
                .anyMatch(c -> c.startsWith("csrftoken="))
                .anyMatch(c -> c.startsWith("oidcflow=\"\";"));
        ada.self()
                .then()
                .statusCode(200)
                .body("username", equalTo(ada.username()))
                .body("email", equalTo(ada.email()))
                .body("first_name", equalTo("Ada"))
                .body("last_name", equalTo("Löwe"))
                .body("groups", equalTo(List.of("worker")))
                .body("is_staff", equalTo(false));
    }

    @Test
    void whoComesAgainHasTheSameAccountWithTheGroupsOfToday() {
        int id = ada.self().path("id");

        ada.with("preferred_username", "another")
                .with("groups", List.of("roots", "staff"))
                .self()
                .then()
                .body("id", equalTo(id))
                .body("username", equalTo(ada.email().split("@")[0]))
                .body("groups", hasItems("admin", "user"))
                .body("is_superuser", equalTo(true));
        ada.with("groups", List.of())
                .self()
                .then()
                .body("groups", equalTo(List.of("user")))
                .body("is_superuser", equalTo(false));
        assertThat(trail.of(id)).extracting(AuditTrail.Row::act).contains("oidc.linked", "login", "user.changed");
    }

    @Test
    void whatTheTokenDoesNotStateIsAskedFor() {
        ada.with("fault", "silent").self().then().body("email", equalTo(ada.email()));
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        var bob = Person.registers();

        ada.with("preferred_username", bob.username()).self().then().body("username", equalTo(bob.username() + "-2"));
        assertThat(new Visitor()
                        .with("preferred_username", "Ada Löwe <x>!")
                        .self()
                        .<String>path("username"))
                .startsWith("Ada_Lowe_x_");
    }

    @Test
    void anAccountWithAnAddressThatWasConfirmedIsLinked() throws SQLException {
        var bob = Person.registers();
        sql("UPDATE users SET email_verified = TRUE WHERE username = ?", bob.username());

        ada.with("email", bob.email().toUpperCase()).self().then().body("id", equalTo(bob.id()));
        Person.login(Map.of("username", bob.username(), "password", Person.PASSWORD))
                .then()
                .statusCode(200);
    }

    @Test
    void anAccountWhoseAddressWasNotConfirmedIsNotGivenAway() throws SQLException {
        var bob = Person.registers();
        var answer = ada.with("email", bob.email()).signsIn();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.cookie("sessionid")).isNull();
        nothingWasMade();
    }

    @Test
    void anAddressForWhichTheProviderDoesNotVouchLinksNothing() throws SQLException {
        var bob = Person.registers();
        sql("UPDATE users SET email_verified = TRUE WHERE username = ?", bob.username());
        var self = ada.with("email", bob.email()).with("email_verified", false).self();

        assertThat(self.<Integer>path("id")).isNotEqualTo(bob.id());
        assertThat(self.<String>path("email")).isEmpty();
    }

    @Test
    void rolesInOrganizationsFollowTheGroups() {
        var owner = Person.registers();
        int organization = owner.asks()
                .contentType("application/json")
                .body(Map.of("slug", "oidclab"))
                .post("/api/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        int id = ada.with("groups", List.of("lab-people")).self().path("id");
        assertThat(role(owner, organization, id)).isEqualTo("worker");
        ada.with("groups", List.of("lab-people", "lab-leads")).self();
        assertThat(role(owner, organization, id)).isEqualTo("maintainer");
        ada.with("groups", List.of()).self();
        assertThat(role(owner, organization, id)).isNull();
        assertThat(role(owner, organization, owner.id())).isEqualTo("owner");
    }

    private static String role(Person reader, int organization, int user) {
        return reader.asks()
                .queryParam("org_id", organization)
                .get("/api/memberships")
                .path("results.find { it.user.id == " + user + " }?.role");
    }

    @Test
    void whoIsSwitchedOffDoesNotGetIn() throws SQLException {
        ada.self();
        sql("UPDATE users SET is_active = FALSE WHERE username = ?", ada.username());

        assertThat(ada.signsIn().statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "signature", "expired", "issuer", "audience", "party", "hmac", "userinfo"})
    void aTokenThatIsNotRightIsRefused(String fault) throws SQLException {
        var answer = ada.with("fault", fault).signsIn();

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.asString()).startsWith("The sign-in failed: ");
        assertThat(answer.cookie("sessionid")).isNull();
        nothingWasMade();
    }

    @Test
    void anAnswerIsOfUseOnceAndInTheBrowserThatBegan() throws SQLException {
        var begun = Visitor.begin("/");
        var query = ada.atProvider(begun);
        var cookie = begun.cookie(OidcCookie.NAME);

        assertThat(Visitor.back(query, null).statusCode()).isEqualTo(400);
        assertThat(Visitor.back(query, Visitor.begin("/").cookie(OidcCookie.NAME))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Visitor.back(query.replace("state=", "state=x"), cookie).statusCode())
                .isEqualTo(400);
        nothingWasMade();
        assertThat(Visitor.back(query, cookie).statusCode()).isEqualTo(302);
        assertThat(Visitor.back(query, cookie).statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerWithoutACodeOrOfAnotherProviderIsRefused() {
        for (var change :
                new String[] {"error=access_denied", "code=unknown", "code=x&iss=https://other.example.org"}) {
            var begun = Visitor.begin("/");
            var query = ada.atProvider(begun).replaceFirst("code=[^&]*", change);

            assertThat(Visitor.back(query, begun.cookie(OidcCookie.NAME)).statusCode())
                    .as(change)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "tasks", ""})
    void nobodyIsSentToAnotherSite(String next) {
        var begun = Visitor.begin(next);

        assertThat(Visitor.back(ada.atProvider(begun), begun.cookie(OidcCookie.NAME))
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void aSignInThatTakesTooLongIsRefused() throws SQLException {
        var begun = Visitor.begin("/late" + ada.username());
        var query = ada.atProvider(begun);
        sql("UPDATE oidc_flow SET expires_at = now() WHERE next_page = '/late' || ?", ada.username());

        assertThat(Visitor.back(query, begun.cookie(OidcCookie.NAME)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void thereIsNoPasswordToResetOrToGuess() {
        ada.self();

        given().contentType("application/json")
                .body(Map.of("username", ada.username(), "password", "external"))
                .post("/api/auth/login")
                .then()
                .statusCode(400);
        Person.register(Person.application(Map.of("email", ada.email()))).then().statusCode(400);
    }

    private void nothingWasMade() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT 1 FROM users WHERE username = ? UNION ALL"
                        + " SELECT 1 FROM external_identity WHERE subject = ?")) {
            select.setString(1, ada.username());
            select.setString(2, ada.subject());
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isFalse();
            }
        }
    }

    private void sql(String statement, String name) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, name);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
