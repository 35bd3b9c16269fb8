package io.limn.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {
    @Test
    void modelFunctionsMayBeAway() {
        given().get("/api/server/health/?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", containsString("no-store"))
                .body("auth-service", equalTo("working"))
                .body("task-service", equalTo("working"))
                .body("lambda-service", equalTo("unavailable"));
    }

    @Test
    void aPartCanBeAskedForAlone() {
        given().get("/api/server/health/data/?format=json")
                .then()
                .statusCode(200)
                .body("data-service", equalTo("working"))
                .body("size()", equalTo(1));
        given().get("/api/server/health/nothing/").then().statusCode(404);
    }

    @Test
    void peopleGetAPage() {
        given().get("/api/server/health/")
                .then()
                .contentType("text/html; charset=utf-8")
                .body(containsString("working"));
    }
}
