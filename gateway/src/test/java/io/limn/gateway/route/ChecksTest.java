package io.limn.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of checks: path, media type, credentials, limit. */
@QuarkusTest
class ChecksTest {
    @Test
    void anUnknownPathIs404WhoeverAsks() {
        given().header("Authorization", "Token wrong")
                .accept("text/csv")
                .get("/api/user-agreements")
                .then()
                .statusCode(404)
                .contentType("text/html; charset=utf-8");
        given().get("/internal/exchange").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/api/tasks/../../internal/exchange")
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/api/tasks/%2e%2e/%2e%2e/internal/jwks")
                .then()
                .statusCode(404);
    }

    @Test
    void theMediaTypeComesBeforeCredentials() {
        given().header("Authorization", "Token wrong")
                .accept("text/csv")
                .get("/api/users/self")
                .then()
                .statusCode(406)
                .contentType("application/vnd.cvat+json")
                .body("detail", equalTo("Could not satisfy the request Accept header."));
        given().get("/api/users/self?scheme=xml").then().statusCode(404).body("detail", equalTo("Not found."));
    }

    @Test
    void wrongCredentialsAre401OnPublicPagesToo() {
        given().header("Authorization", "Token wrong")
                .get("/api/server/about")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Invalid token."));
    }

    @Test
    void aPathWithoutItsSlashLeadsToTheOther() {
        given().redirects()
                .follow(false)
                .get("/api/schema?scheme=json")
                .then()
                .statusCode(301)
                .header("Location", "/api/schema/?scheme=json");
    }

    @Test
    void anonymousClientsAreCountedOnPublicPages() {
        var client = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            given().header("X-Forwarded-For", client)
                    .get("/api/server/about")
                    .then()
                    .statusCode(200);
        }
        given().header("X-Forwarded-For", client)
                .get("/api/server/about")
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("detail", equalTo("Request was throttled. Expected available in 60 seconds."));
        given().header("X-Forwarded-For", client)
                .get("/api/server/health/")
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", client)
                .header("Authorization", "Token user-1")
                .get("/api/server/about")
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheServerSaysOfItself() {
        given().header("X-Forwarded-For", UUID.randomUUID())
                .header("X-Forwarded-Host", "limn.example")
                .header("X-Forwarded-Proto", "https")
                .get("/api/server/about")
                .then()
                .contentType("application/vnd.cvat+json")
                .body("name", equalTo("Limn"))
                .body("version", equalTo("2.54.1"))
                .body("logo_url", equalTo("https://limn.example/static/logo.svg"));
        given().get("/api/server/plugins").then().statusCode(401);
        given().header("Authorization", "Token user-1")
                .get("/api/server/plugins")
                .then()
                .body("MODELS", equalTo(false))
                .body("", hasKey("PREDICT"));
    }

    @Test
    void whatCanOnlyBeReadSaysSo() {
        given().header("Authorization", "Token user-1")
                .post("/api/server/about")
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .body("detail", equalTo("Method \"POST\" not allowed."));
        given().post("/api/server/about").then().statusCode(401);
        given().header("Authorization", "Token user-1")
                .options("/api/server/plugins")
                .then()
                .statusCode(200);
    }

    @Test
    void dashboardsAreForAdministrators() {
        given().get("/analytics").then().statusCode(401);
        given().header("Authorization", "Token user-1").get("/analytics").then().statusCode(403);
        given().header("Authorization", "Token admin-1")
                .get("/analytics")
                .then()
                .statusCode(200)
                .body(not(containsString("{")));
    }
}
