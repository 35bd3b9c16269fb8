package io.limn.lambda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.limn.common.api.ApiJson;
import io.limn.common.testing.Jwts;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class LambdaServiceTest {
    private static final String FUNCTIONS = "/api/lambda/functions";
    private static final String REQUESTS = "/api/lambda/requests";

    @ParameterizedTest
    @ValueSource(strings = {FUNCTIONS, REQUESTS})
    void listsAreEmptyArraysOfTheVendorType(String path) {
        get(path, Jwts.user(7, "ann"))
                .statusCode(200)
                .header("Content-Type", ApiJson.MEDIA_TYPE)
                .body("$", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {FUNCTIONS, REQUESTS})
    void anonymousCallersAreRefused(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .header("Content-Type", ApiJson.MEDIA_TYPE)
                .body("detail", equalTo("Authentication credentials were not provided."));
    }

    @Test
    void aForgedTokenIsRefused() {
        var token = Jwts.user(7, "ann").token();

        given().header("Authorization", "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA")
                .get(FUNCTIONS)
                .then()
                .statusCode(401);
    }

    @Test
    void batchesAreForWorkersAtLeast() {
        get(REQUESTS, Jwts.user(7, "guest").groups()).statusCode(403).body("$", not(anEmptyMap()));
        get(REQUESTS, Jwts.user(7, "worker").groups("worker")).statusCode(200);
        get(FUNCTIONS, Jwts.user(7, "guest").groups()).statusCode(200);
    }

    @Test
    void otherMethodsAreRefused() {
        given().header("Authorization", Jwts.user(7, "ann").bearer())
                .delete(FUNCTIONS)
                .then()
                .statusCode(405)
                .body("detail", equalTo("Method \"DELETE\" not allowed."));
    }

    @Test
    void internalPathsDemandAService() {
        given().header("Authorization", Jwts.user(7, "ann").bearer())
                .get("/internal/anything")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + Jwts.service("gateway"))
                .get("/internal/anything")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse get(String path, Jwts user) {
        Response answer = given().header("Authorization", user.bearer()).get(path);
        return answer.then();
    }
}
