package io.limn.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureTest {
    @Test
    void aServiceThatIsAwayIs503AndTheOthersGoOn() {
        given().get("/api/lambda/functions")
                .then()
                .statusCode(503)
                .contentType("application/vnd.cvat+json")
                .body("detail", notNullValue());
        given().get("/api/tasks").then().statusCode(200);
    }

    @RepeatedTest(6)
    void aDeadReplicaIsPassedOverWhateverTheMethod() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/projects")
                .then()
                .statusCode(200);
    }

    @Test
    void aBrokenConnectionIs502() {
        given().post("/api/tasks?stub=cut").then().statusCode(502).body("detail", notNullValue());
        given().get("/api/tasks?stub=cut").then().statusCode(502);
    }

    @Test
    void aSilentServiceIs504() {
        given().get("/api/tasks?stub=hang").then().statusCode(504).body("detail", notNullValue());
    }

    @Test
    void theSavingOfAnnotationsIs504WhateverWentWrong() {
        for (var path : new String[] {"/api/jobs/7/annotations", "/api/tasks/5/annotations"}) {
            given().contentType("application/json")
                    .body("{}")
                    .patch(path + "?stub=cut")
                    .then()
                    .statusCode(504);
            given().contentType("application/json")
                    .body("{}")
                    .put(path + "?stub=cut")
                    .then()
                    .statusCode(502);
        }
    }

    @Test
    void aJsonBodyHasALimitAndAnUploadHasNone() {
        var large = new byte[2_000_000];
        given().contentType("application/json")
                .body(large)
                .post("/api/tasks")
                .then()
                .statusCode(400);
        given().contentType("application/octet-stream")
                .body(large)
                .post("/api/tasks/5/data/")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(large.length));
    }
}
