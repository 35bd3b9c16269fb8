package io.limn.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForwardingTest {
    private static final String TOKEN = "Token user-7";

    @Test
    void aServiceGetsTheTokenInPlaceOfCredentials() {
        given().header("Authorization", TOKEN)
                .header("Cookie", "sessionid=live-1; a=b")
                .urlEncodingEnabled(false)
                .get("/api/tasks/5?x=a%20b")
                .then()
                .statusCode(200)
                .body("service", equalTo("task"))
                .body("uri", equalTo("/api/tasks/5?x=a%20b"))
                .body("headers.authorization", matchesPattern("Bearer head\\..*\\.signature-user-7"))
                .body("headers.cookie", nullValue());
    }

    @Test
    void authServiceGetsTheCookies() {
        given().header("Cookie", "sessionid=live-1; csrftoken=c; sessionfresh=1")
                .get("/api/users/self")
                .then()
                .body("service", equalTo("auth"))
                .body("headers.cookie", equalTo("sessionid=live-1; csrftoken=c; sessionfresh=1"))
                .body("headers.authorization", matchesPattern("Bearer .*"));
    }

    @Test
    void anAnonymousRequestHasNoToken() {
        given().get("/api/tasks").then().statusCode(200).body("headers.authorization", nullValue());
    }

    @Test
    void nobodyFromOutsideSpeaksLikeTheGateway() {
        given().header("X-Limn-User", "forged")
                .header("x-limn-accept", "forged")
                .header("Connection", "X-Secret")
                .header("X-Secret", "for one hop")
                .header("X-HTTP-Method-Override", "DELETE")
                .get("/api/tasks")
                .then()
                .header("X-Limn-Secret", nullValue())
                .header("Server", nullValue())
                .body("headers.'x-limn-user'", nullValue())
                .body("headers.'x-limn-accept'", equalTo("*/*"))
                .body("headers.'x-secret'", nullValue())
                .body("headers.'x-http-method-override'", nullValue());
    }

    @Test
    void theAddressTheClientUsedIsPassedOn() {
        given().header("X-Forwarded-Host", "limn.example:8443, inner")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.9")
                .get("/api/tasks")
                .then()
                .body("headers.'x-forwarded-host'", equalTo("limn.example:8443"))
                .body("headers.'x-forwarded-proto'", equalTo("https"))
                .body("headers.'x-forwarded-for'", equalTo("203.0.113.9, 127.0.0.1"));
        given().get("/api/tasks")
                .then()
                .body("headers.'x-forwarded-host'", equalTo("localhost:" + RestAssured.port))
                .body("headers.'x-forwarded-proto'", equalTo("http"));
    }

    @Test
    void aStrangeHostIsRefused() {
        given().header("X-Forwarded-Host", "evil.example/<script>")
                .get("/api/tasks")
                .then()
                .statusCode(400);
    }

    @Test
    void aRequestIdIsKeptWhenItIsOne() {
        var id = UUID.randomUUID().toString();
        given().header("X-Request-Id", id)
                .get("/api/tasks")
                .then()
                .header("X-Request-Id", id)
                .body("headers.'x-request-id'", equalTo(id));
        given().header("X-Request-Id", "<script>")
                .get("/api/tasks")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void aTraceGoesOn() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        given().header("traceparent", trace).get("/api/tasks").then().body("headers.traceparent", equalTo(trace));
    }

    @Test
    void everyAnswerHasTheCommonHeaders() {
        for (var path : new String[] {"/api/tasks", "/api/nothing", "/", "/static/logo.svg", "/api/server/health/"}) {
            given().get(path)
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "strict-origin-when-cross-origin")
                    .header("Cross-Origin-Opener-Policy", "same-origin");
        }
    }

    @Test
    void jsonIsCompressedAndItsTagTold() {
        var answer = given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", "\"v0-gzip\"")
                .get("/api/tasks");
        answer.then()
                .header("ETag", "\"v1-gzip\"")
                .header("Content-Encoding", "gzip")
                .body("service", equalTo("task"))
                .body("headers.'if-none-match'", equalTo("\"v0\""));
        assertThat(answer.header("Vary"))
                .contains("Accept-Encoding")
                .contains("Accept")
                .contains("Cookie");
    }

    @Test
    void whatIsSmallOrNoJsonIsNotCompressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/api/tasks?stub=small")
                .then()
                .header("Content-Encoding", nullValue())
                .body(equalTo("{}"));
        given().header("Accept-Encoding", "gzip")
                .get("/api/jobs/7/data?stub=bytes&n=100000")
                .then()
                .header("Content-Encoding", nullValue())
                .header("Content-Length", "100000");
    }

    @Test
    void chunksOfOneJobComeFromOneReplica() {
        var replicas = new HashSet<String>();
        for (int job = 1; job <= 20; job++) {
            var first = given().get("/api/jobs/" + job + "/data?number=0").path("service");
            assertThat(given().get("/api/jobs/" + job + "/data?number=1").<String>path("service"))
                    .isEqualTo(first);
            replicas.add(String.valueOf(first));
        }
        assertThat(replicas).containsExactlyInAnyOrder("data-1", "data-2");
    }

    @Test
    void aUserAgentThatWantsEventsGetsThem() {
        given().accept("text/event-stream")
                .get("/api/tasks")
                .then()
                .body("headers.accept", equalTo("text/event-stream"));
        given().accept("application/json, text/plain, */*")
                .get("/api/tasks")
                .then()
                .body("headers.accept", equalTo("application/vnd.cvat+json, */*;q=0.1"));
    }
}
