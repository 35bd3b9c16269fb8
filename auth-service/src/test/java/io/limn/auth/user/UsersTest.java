package io.limn.auth.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.limn.auth.Person;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class UsersTest {
    @Test
    void oneselfIsSeenInFull() {
        var alice = Person.registers();
        alice.asks()
                .header("X-Forwarded-Host", "limn.example:8443")
                .header("X-Forwarded-Proto", "https")
                .get("/api/users/self")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.cvat+json")
                .body("url", equalTo("https://limn.example:8443/api/users/" + alice.id()))
                .body("username", equalTo(alice.username()))
                .body("email", equalTo(alice.email()))
                .body("groups", equalTo(List.of("user")))
                .body("is_staff", equalTo(false))
                .body("is_active", equalTo(true))
                .body("has_analytics_access", equalTo(false));
        alice.asks().get("/api/users/" + alice.id()).then().statusCode(200).body("$", hasKey("email"));
    }

    @Test
    void theAdministratorIsMadeAtTheStart() {
        Person.admin()
                .asks()
                .get("/api/users/self")
                .then()
                .statusCode(200)
                .body("is_staff", equalTo(true))
                .body("is_superuser", equalTo(true))
                .body("has_analytics_access", equalTo(true))
                .body("groups", hasItem("admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/api/users/self",
                "/api/users/1",
                "/api/organizations",
                "/api/memberships",
                "/api/invitations"
            })
    void anonymousCallersAreRefused(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Token"))
                .body("detail", equalTo("Authentication credentials were not provided."));
        given().head(path).then().statusCode(401);
        given().put(path).then().statusCode(401);
    }

    @Test
    void strangersAreNotSeen() {
        var alice = Person.registers();
        var bobby = Person.registers();
        alice.asks().get("/api/users/" + bobby.id()).then().statusCode(403);
        alice.asks()
                .get("/api/users/0")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No User matches the given query."));
        alice.asks().get("/api/users/abc").then().statusCode(404);
        alice.asks()
                .get("/api/users/self?org=nowhere")
                .then()
                .statusCode(404)
                .body("detail", equalTo("nowhere organization does not exist."));
    }

    @Test
    void oneSeesOneselfAloneInTheBasicForm() {
        var alice = Person.registers();
        alice.asks()
                .get("/api/users")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].username", equalTo(alice.username()))
                .body("results[0]", not(hasKey("email")));
    }

    @Test
    void administratorsSeeEverybodyInFull() {
        var alice = Person.registers();
        var admin = Person.admin();
        admin.asks().get("/api/users/" + alice.id()).then().statusCode(200).body("email", equalTo(alice.email()));
        admin.asks()
                .get("/api/users?search=Alice " + alice.username().toUpperCase() + "&is_active=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].email", equalTo(alice.email()));
        assertThat(count(admin, "username=" + alice.username())).isEqualTo(1);
        assertThat(count(admin, "username=" + alice.username() + "&is_active=false"))
                .isZero();
        assertThat(count(admin, "username=" + alice.username() + "&is_active=perhaps"))
                .isEqualTo(1);
        assertThat(count(admin, "page_size=all")).isGreaterThan(1);
    }

    @Test
    void filtersAreApplied() {
        var alice = Person.registers();
        var admin = Person.admin();
        admin.asks()
                .queryParam(
                        "filter",
                        "{\"and\":[{\"==\":[{\"var\":\"is_active\"},true]},{\"in\":[{\"var\":\"id\"},[\"" + alice.id()
                                + "\"]]}]}")
                .get("/api/users")
                .then()
                .statusCode(200)
                .body("results.id", equalTo(List.of(alice.id())));
        var refused = admin.asks()
                .queryParam("filter", "{\"==\":[{\"var\":\"email\"},\"x\"]}")
                .get("/api/users");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("$")).containsExactly("filter: term 'email' is not supported");
    }

    private static int count(Person reader, String query) {
        return reader.asks()
                .get("/api/users?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("count");
    }

    @Test
    void wrongMethodsAreToldToKnownCallers() {
        var alice = Person.registers();
        alice.asks()
                .contentType("application/json")
                .body("{}")
                .post("/api/users")
                .then()
                .statusCode(405)
                .body("detail", equalTo("Method \"POST\" not allowed."));
        alice.asks().head("/api/users").then().statusCode(200).header("Content-Type", "application/vnd.cvat+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "memberships", "invitations"})
    void newUsersHaveEmptyLists(String path) {
        var alice = Person.registers();
        alice.asks()
                .get("/api/" + path + "?sort=slug&page_size=500")
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("results", equalTo(List.of()));
        alice.asks().get("/api/" + path + "?page=2").then().statusCode(404);
        alice.asks().queryParam("filter", "{}").get("/api/" + path).then().statusCode(400);
        alice.asks().get("/api/" + path + "?org=").then().statusCode(200);
    }

    @Test
    void otherServicesReadUsers() {
        var alice = Person.registers();
        given().header("Authorization", "Bearer " + Jwts.service("task-service"))
                .get("/internal/users?ids=999999," + alice.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(alice.id())))
                .body("[0].is_active", equalTo(true))
                .body("[0].groups", equalTo(List.of("user")));
    }
}
