package io.limn.auth.organization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limn.auth.AuthTest;
import io.limn.auth.Person;
import io.limn.auth.Workspace;
import io.limn.common.testing.Jwts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NamedOrganizationTest extends AuthTest {
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
    void whatIsPublicNeverLooks() {
        var alice = Person.registers();
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

    private static RequestSpecification service() {
        return asks(Jwts.service("task-service"));
    }

    private static RequestSpecification asks(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
