package io.limn.task.eventlog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventApiTest extends ApiTest {
    @Test
    void whatIsReportedIsAnsweredWithTheUserWhoReportsIt() {
        as(ALICE)
                .body("""
                        {"events": [{"scope": "load:job", "timestamp": "2024-03-01T10:00:00.000Z", "user_id": 99,
                          "payload": "{\\"b\\": [1, 2], \\"a\\": null}"}], "timestamp": "2024-03-01T10:00:05.000Z"}
                        """)
                .post("/api/events")
                .then()
                .statusCode(201)
                .body("events[0].user_name", equalTo("alice"))
                .body("events[0].payload", equalTo("{\"b\": [1, 2], \"a\": null}"))
                .body("events[0].source", equalTo("client"));
    }

    @Test
    void malformedReportsAreRefused() {
        as(ALICE)
                .body("{}")
                .post("/api/events")
                .then()
                .statusCode(400)
                .body("timestamp", contains("This field is required."));
        as(ALICE)
                .body("{\"events\": [{\"scope\": \"create:task\", \"timestamp\": \"2024-03-01T10:00:00Z\"}],"
                        + " \"timestamp\": \"2024-03-01T10:00:00Z\"}")
                .post("/api/events")
                .then()
                .statusCode(400)
                .body("scope", equalTo("Event scope **create:task** is not allowed from client"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/events")
                .then()
                .statusCode(401);
    }
}
