package io.limn.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("soak")
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
class OutboxLatencyTest {
    private static final String TOPIC = "limn.latency";
    private static final int EVENTS = 1000;

    @Inject
    Outbox outbox;

    @Inject
    Topics topics;

    @Inject
    KafkaClients clients;

    @Inject
    EventsConfig config;

    private final Map<String, Long> committed = new ConcurrentHashMap<>();

    @Test
    void ninetyNineOfAHundredEventsAreInTheirTopicWithinATenthOfASecond() throws Exception {
        topics.ensure(TOPIC);
        var latencies = new ArrayList<Long>();
        try (var consumer = clients.consumer("latency-" + UUID.randomUUID())) {
            var partitions = new ArrayList<TopicPartition>();
            for (int partition = 0; partition < config.partitions(); partition++) {
                partitions.add(new TopicPartition(TOPIC, partition));
            }
            consumer.assign(partitions);
            var writer = Thread.ofVirtual().start(this::write);
            await().atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        for (var message : consumer.poll(Duration.ofMillis(100))) {
                            long now = System.nanoTime();
                            var id = EventCodec.header(message.headers(), EventCodec.ID)
                                    .orElseThrow();
                            latencies.add((now - committed.getOrDefault(id, now)) / 1000);
                        }
                        return latencies.size() == EVENTS;
                    });
            writer.join();
        }
        var sorted = latencies.stream().sorted().toList();
        assertThat(percentile(sorted, 99))
                .as(
                        "microseconds; median %d, p95 %d, longest %d",
                        percentile(sorted, 50), percentile(sorted, 95), sorted.getLast())
                .isLessThan(100_000);
    }

    private void write() {
        for (int number = 0; number < EVENTS; number++) {
            var key = Integer.toString(number % 50);
            var id = QuarkusTransaction.requiringNew()
                    .call(() -> outbox.add(TOPIC, key, "number.said", Map.of("number", 1)));
            committed.put(id, System.nanoTime());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }
}
