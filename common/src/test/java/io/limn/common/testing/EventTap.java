package io.limn.common.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic as another service sees it: waits for events of the service under test, and publishes those of others. Reads
 * the topic from its beginning; for one thread.
 */
public final class EventTap implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<JsonNode> seen = new ArrayList<>();

    private EventTap(String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KafkaResource.bootstrapServers(),
                        "group.id",
                        "tap-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** Opens a topic. */
    public static EventTap of(String topic) {
        return new EventTap(topic);
    }

    /** The next event of a type whose key is the given one; fails when it does not come within half a minute. */
    public JsonNode awaitEvent(String type, String key) {
        return awaitEvent(event -> event.path("type").asText().equals(type)
                && event.path("subject").asText().equals(key));
    }

    /** The next event that fits; fails when it does not come within half a minute. */
    public JsonNode awaitEvent(Predicate<JsonNode> wanted) {
        return await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(
                        () -> {
                            read();
                            return seen.stream().filter(wanted).findFirst().orElse(null);
                        },
                        found -> found != null && seen.remove(found));
    }

    /** Publishes an event of another service; returns its id. */
    public String publish(String key, String type, Object data) {
        var id = UUID.randomUUID().toString();
        publish(id, key, type, data);
        return id;
    }

    /** Publishes an event under a given id, to show what a second delivery does. */
    public void publish(String id, String key, String type, Object data) {
        var event =
                Map.of("specversion", "1.0", "id", id, "source", "test", "type", type, "subject", key, "data", data);
        try {
            send(key, JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Says on a compacted topic that the thing of a key is gone. */
    public void publishDeletion(String key) {
        send(key, null);
    }

    private void send(String key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void read() throws IOException {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
            if (message.value() != null) {
                seen.add(JSON.readTree(message.value()));
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
