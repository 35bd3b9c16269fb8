package io.limn.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.limn.common.event.Broadcasts;
import io.limn.common.testing.KafkaResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {
    @ConfigProperty(name = "limn.services.auth")
    String auth;

    @Inject
    Broadcasts broadcasts;

    @AfterEach
    void authIsBack() {
        away(false);
    }

    private void away(boolean away) {
        given().baseUri(auth)
                .port(-1)
                .queryParam("away", away)
                .post(auth + "/stub/away")
                .then()
                .statusCode(200);
    }

    private int trades() {
        return Integer.parseInt(given().get(auth + "/stub/trades").asString());
    }

    private static void get(String token, int status) {
        given().header("Authorization", "Token " + token)
                .get("/api/tasks")
                .then()
                .statusCode(status);
    }

    @Test
    void knownClientsGoOnWhileAuthIsAwayAndOthersHearThatItIs() {
        get("user-101", 200);
        away(true);
        get("user-101", 200);
        given().header("Authorization", "Token user-102")
                .get("/api/tasks")
                .then()
                .statusCode(503)
                .body("detail", notNullValue());
        given().get("/api/tasks").then().statusCode(200);
        away(false);
        get("user-102", 200);
    }

    @Test
    void aCredentialIsTradedOnce() {
        get("user-111", 200);
        int before = trades();
        get("user-111", 200);
        assertThat(trades()).isEqualTo(before);
    }

    @Test
    void anEventOfTheUserMakesHisCredentialsTradedAnew() {
        await().atMost(Duration.ofSeconds(30)).until(broadcasts::areListening);
        get("user-121", 200);
        int before = trades();
        publish(121);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            get("user-121", 200);
            assertThat(trades()).isGreaterThan(before);
        });
    }

    private static void publish(long user) {
        var event = """
                {"specversion": "1.0", "id": "%1$d", "source": "auth-service", "type": "identity.changed",
                 "subject": "%1$d", "data": {"user_id": %1$d, "reason": "changed"}}""".formatted(user);
        Map<String, Object> settings = Map.of("bootstrap.servers", KafkaResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("limn.identity", String.valueOf(user), event));
            producer.flush();
        }
    }

    @Test
    void aChangeThatPassesThroughIsSeenByTheNextRequest() {
        get("user-131", 200);
        int before = trades();
        given().header("Authorization", "Token admin-130")
                .patch("/api/users/131")
                .then()
                .statusCode(200);
        get("user-131", 200);
        assertThat(trades()).isEqualTo(before + 2);
    }
}
