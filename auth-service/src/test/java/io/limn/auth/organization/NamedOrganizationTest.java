package io.limn.auth.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.auth.AuthTest;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.limn.common.identity.Tokens;
import io.limn.common.testing.Jwts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NamedOrganizationTest extends AuthTest {
    @Inject
    Tokens tokens;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"/api/users", "/api/memberships", "/api/invitations"})
    void oneOfOthersIsRefusedAndAnUnknownOneIsNotFound(String list) {
        var workspace = Workspace.founded();
        var stranger = Person.registers();

        stranger.asks().queryParam("org", workspace.slug()).get(list).then().statusCode(403);
        stranger.asks().queryParam("org_id", workspace.id()).get(list).then().statusCode(403);
        stranger.asks()
                .queryParam("org", "nowhere")
                .get(list)
                .then()
                .statusCode(404)
                .body("detail", equalTo("nowhere organization does not exist."));
        stranger.asks().queryParam("org_id", 2_000_000_000).get(list).then().statusCode(404);
        stranger.asks()
                .header("X-Organization", workspace.slug().toUpperCase(java.util.Locale.ROOT))
                .get(list)
                .then()
                .statusCode(404);
        Person.admin()
                .asks()
                .queryParam("org", workspace.slug())
                .get(list)
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownOneIsNotFoundWhereItHasNoEffectEither() {
        var workspace = Workspace.founded();
        var owner = workspace.owner();
        for (var path :
                List.of("/api/organizations/" + workspace.id(), "/api/users/" + owner.id(), "/api/users/self")) {
            owner.asks().get(path + "?org=nowhere").then().statusCode(404);
            owner.asks().get(path + "?org=" + workspace.slug()).then().statusCode(200);
        }
    }

    @Test
    void whatIsPublicNeverLooks() {
        var alice = Person.registers();
        alice.asks().post("/api/auth/logout?org=nowhere").then().statusCode(200);
        given().contentType("application/json")
                .body(Map.of("username", alice.username(), "password", Person.PASSWORD))
                .post("/api/auth/login?org=nowhere")
                .then()
                .statusCode(200);
    }

    @Test
    void rightsAreThoseOfNowAndNotThoseOfTheToken() {
        var workspace = Workspace.founded();
        var alice = Person.registers();
        var before = alice.token();
        workspace.invite(workspace.owner(), "worker", alice.email()).then().statusCode(201);

        asks(before)
                .get("/api/users?org=" + workspace.slug())
                .then()
                .statusCode(200)
                .body("results", hasSize(2));

        var member = alice.token();
        alice.asks()
                .delete("/api/memberships/" + workspace.membership(alice))
                .then()
                .statusCode(204);
        asks(member).get("/api/users?org=" + workspace.slug()).then().statusCode(403);
    }

    @Test
    void otherServicesAreToldWhatATokenDoesNotSay() {
        var workspace = Workspace.founded();
        var path = "/internal/organizations";
        int owner = workspace.owner().id();

        service()
                .queryParam("slug", workspace.slug())
                .get(path)
                .then()
                .statusCode(200)
                .body("id", equalTo(workspace.id()));
        service().queryParam("id", workspace.id()).get(path).then().body("slug", equalTo(workspace.slug()));
        service().queryParam("slug", "nowhere").get(path).then().statusCode(404);
        service().get(path).then().statusCode(404);
        service()
                .get(path + "/" + workspace.id() + "/members/" + owner)
                .then()
                .statusCode(200)
                .body("slug", equalTo(workspace.slug()))
                .body("role", equalTo("owner"))
                .body("owner", equalTo(true));
        service()
                .get(path + "/" + workspace.id() + "/members/"
                        + Person.registers().id())
                .then()
                .statusCode(404);
        workspace.owner().asks().get(path + "?slug=" + workspace.slug()).then().statusCode(401);
    }

    @Test
    void aTokenStatesAHundredMembershipsAndThatThereAreMore() throws SQLException {
        var alice = Person.registers();
        joinMany(alice.id(), 101);
        var principal = tokens.user(alice.token()).orElseThrow();

        assertThat(principal.memberships()).hasSize(100);
        assertThat(principal.hasMoreMemberships()).isTrue();
        alice.asks()
                .get("/api/memberships?org=many" + alice.id() + "-101")
                .then()
                .statusCode(200)
                .body("count", equalTo(1));
    }

    private void joinMany(int user, int count) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("WITH made AS (INSERT INTO organization (slug, name,"
                        + " created_date, updated_date) SELECT 'many' || ? || '-' || n, 'many', now(), now()"
                        + " FROM generate_series(1, ?) n ORDER BY n RETURNING id)"
                        + " INSERT INTO membership (user_id, organization_id, role, is_active, joined_date)"
                        + " SELECT ?, id, 'worker', TRUE, now() FROM made ORDER BY id")) {
            insert.setInt(1, user);
            insert.setInt(2, count);
            insert.setInt(3, user);
            insert.executeUpdate();
        }
    }

    private static RequestSpecification service() {
        return asks(Jwts.service("task-service"));
    }

    private static RequestSpecification asks(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
