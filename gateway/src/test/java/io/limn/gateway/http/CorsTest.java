package io.limn.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Pages of one named origin may call, others may not. */
@QuarkusTest
class CorsTest {
    private static final String OWN = "http://localhost:3000";

    @Test
    void aBrowserLearnsBeforehandWhatAPageMaySend() {
        given().header("Origin", OWN)
                .header("Access-Control-Request-Method", "PATCH")
                .options("/api/tasks/5")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", OWN)
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("upload-offset"))
                .header("Access-Control-Allow-Headers", containsString("x-organization"));
    }

    @Test
    void aPageOfTheNamedOriginMayReadAndWriteWithItsSession() {
        given().header("Origin", OWN)
                .header("Cookie", "sessionid=live-1; sessionfresh=1; csrftoken=" + "a".repeat(32))
                .header("X-CSRFToken", "a".repeat(32))
                .post("/api/tasks")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", OWN)
                .header("Vary", containsString("Origin"));
    }

    @Test
    void otherOriginsMayNot() {
        given().header("Origin", "http://elsewhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options("/api/tasks/5")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "http://elsewhere.example")
                .header("Authorization", "Token user-1")
                .get("/api/tasks/5")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
