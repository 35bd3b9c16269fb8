package io.limn.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a path takes may be asked by everybody who is signed in, whatever he may do there. */
@QuarkusTest
class PathOptionsTest {
    @Test
    void aSignedInClientLearnsWhatAPathTakes() {
        given().header("Authorization", "Token user-1")
                .options("/api/tasks")
                .then()
                .statusCode(200)
                .contentType("application/vnd.cvat+json")
                .header("Allow", "GET, POST, HEAD, OPTIONS")
                .body("name", equalTo("Tasks"))
                .body("renders", hasItem("application/vnd.cvat+json"))
                .body("parses", hasItem("application/json"))
                .body("actions.POST.name.required", equalTo(true))
                .body("actions.POST.name.type", equalTo("string"));
    }

    @Test
    void oneObjectIsNotLookedUpForIt() {
        given().header("Authorization", "Token user-1")
                .options("/api/users/123456")
                .then()
                .statusCode(200)
                .body("name", equalTo("Users"));
    }

    @Test
    void anAnonymousClientLearnsItOfPublicPathsOnly() {
        given().options("/api/tasks")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Authentication credentials were not provided."));
        given().options("/api/auth/login").then().statusCode(200);
    }

    @Test
    void aPathThatDoesNotTakeTheMethodSaysSo() {
        given().header("Authorization", "Token user-1")
                .options("/api/webhooks")
                .then()
                .statusCode(405)
                .body("detail", equalTo("Method \"OPTIONS\" not allowed."));
    }

    @Test
    void uploadsAreNegotiatedWithTheServiceItself() {
        given().header("Authorization", "Token user-1")
                .options("/api/tasks/5/data/")
                .then()
                .statusCode(200)
                .body("method", equalTo("OPTIONS"))
                .body("service", not(equalTo("task")));
    }
}
