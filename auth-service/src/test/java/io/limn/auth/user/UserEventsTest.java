package io.limn.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.auth.OtherServices;
import io.limn.auth.Person;
import io.limn.common.testing.EventTap;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
class UserEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aNewUserIsToldToTheOtherServices() {
        var alice = Person.registers();
        var state = last("limn.users", String.valueOf(alice.id()));

        assertThat(state.at("/data/username").asText()).isEqualTo(alice.username());
        assertThat(state.at("/data/email").asText()).isEqualTo(alice.email());
        assertThat(state.at("/data/is_active").asBoolean()).isTrue();
        assertThat(state.at("/data/groups/0").asText()).isEqualTo("user");
        assertThat(state.toString()).doesNotContain("argon2");
    }

    @Test
    void signingOutVoidsWhatTheGatewayRemembers() {
        var alice = Person.registers();
        int id = alice.id();
        alice.asks().post("/api/auth/logout").then().statusCode(200);

        try (var identity = EventTap.of("limn.identity")) {
            var event = identity.awaitEvent("identity.changed", String.valueOf(id));
            assertThat(event.at("/data/user_id").asInt()).isEqualTo(id);
            assertThat(event.at("/data/reason").asText()).isEqualTo("logout");
        }
    }

    @Test
    void revokingATokenVoidsWhatTheGatewayRemembers() {
        var alice = Person.registers();
        int id = alice.id();
        int token = alice.asks()
                .contentType("application/json")
                .body(Map.of("name", "a"))
                .post("/api/auth/access_tokens")
                .path("id");
        alice.asks().delete("/api/auth/access_tokens/" + token).then().statusCode(204);

        try (var identity = EventTap.of("limn.identity")) {
            var event = identity.awaitEvent("identity.changed", String.valueOf(id));
            assertThat(event.at("/data/reason").asText()).isEqualTo("token");
            var audited = identity.awaitEvent("audit.token.revoked", String.valueOf(id));
            assertThat(audited.at("/data/details/token_id").asInt()).isEqualTo(token);
            assertThat(audited.at("/data/actor_id").asInt()).isEqualTo(id);
        }
    }

    @Test
    void aDeletedUserIsGoneEverywhere() {
        var alice = Person.registers();
        int id = alice.id();
        assertThat(last("limn.users", String.valueOf(id))).isNotNull();
        alice.asks().delete("/api/users/" + id).then().statusCode(204);

        try (var identity = EventTap.of("limn.identity")) {
            var event = identity.awaitEvent("identity.changed", String.valueOf(id));
            assertThat(event.at("/data/reason").asText()).isEqualTo("deleted");
        }
        assertThat(last("limn.users", String.valueOf(id))).isNull();
    }

    /** The newest message of a key, once there is one. */
    private static JsonNode last(String topic, String key) {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(message.value());
                    }
                });
                return !found.isEmpty();
            });
            return found.getLast() == null ? null : JSON.readTree(found.getLast());
        } catch (java.io.IOException noJson) {
            throw new AssertionError(noJson);
        }
    }
}
