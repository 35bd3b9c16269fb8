package io.limn.common.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Events that could not be applied, in the topic {@code <topic>.dead} with the reason in the header {@code reason}. When
 * the cause is mended they are sent again, for the handler that failed only.
 */
@ApplicationScoped
public class DeadLetters {
    static final String EVERY_HANDLER = "*";

    private static final String REASON = "reason";
    private static final String HANDLER = "handler";
    private static final String REDRIVEN_FOR = "redriven-for";
    private static final int REASON_LENGTH = 2000;

    private final KafkaClients clients;
    private final Topics topics;
    private KafkaProducer<String, byte[]> producer;

    DeadLetters(KafkaClients clients, Topics topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /** Name of a handler among those of all services. */
    static String address(String group, String handler) {
        return group + "/" + handler;
    }

    /** Whether a record is for a handler: all are that were not sent again for another. */
    static boolean isAddressed(ConsumerRecord<?, ?> message, String group, String handler) {
        var addressee = EventCodec.header(message.headers(), REDRIVEN_FOR);
        return addressee.isEmpty()
                || addressee.get().equals(handler)
                || addressee.get().equals(address(group, EVERY_HANDLER));
    }

    void send(ConsumerRecord<String, byte[]> message, String handler, String reason) {
        var letter = new ProducerRecord<>(Topics.dead(message.topic()), message.key(), message.value());
        EventCodec.header(message.headers(), EventCodec.ID)
                .ifPresent(id -> letter.headers().add(EventCodec.ID, bytes(id)));
        letter.headers()
                .add(REASON, bytes(reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason))
                .add(HANDLER, bytes(handler))
                .add("place", bytes(message.partition() + "-" + message.offset()))
                .add("time", bytes(Instant.now().toString()));
        send(letter);
    }

    /**
     * Publishes the dead letters of a topic again, each once: what has been redriven is not redriven a second time
     * unless it became a dead letter anew.
     *
     * @return how many
     * @throws KafkaException when the broker does not answer; those not yet sent stay
     */
    public int redrive(String topic) {
        var dead = Topics.dead(topic);
        topics.ensure(dead);
        int count = 0;
        try (var consumer = clients.consumer("limn-redrive-" + topic)) {
            var partitions = consumer.partitionsFor(dead).stream()
                    .map(info -> new TopicPartition(dead, info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            while (isBehind(consumer, ends)) {
                for (var letter : consumer.poll(Duration.ofMillis(500))) {
                    if (letter.offset() < ends.get(new TopicPartition(dead, letter.partition()))) {
                        send(revived(topic, letter));
                        count++;
                    }
                }
                consumer.commitSync(capped(consumer, ends));
            }
        }
        return count;
    }

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static Map<TopicPartition, OffsetAndMetadata> capped(
            Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.forEach((partition, end) ->
                offsets.put(partition, new OffsetAndMetadata(Math.min(end, consumer.position(partition)))));
        return offsets;
    }

    private static ProducerRecord<String, byte[]> revived(String topic, ConsumerRecord<String, byte[]> letter) {
        var message = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (var name : List.of(EventCodec.ID, HANDLER)) {
            EventCodec.header(letter.headers(), name).ifPresent(value -> message.headers()
                    .add(HANDLER.equals(name) ? REDRIVEN_FOR : name, bytes(value)));
        }
        return message;
    }

    /** Waits until the broker has it; the offset of the failed event must not be committed before. */
    private void send(ProducerRecord<String, byte[]> message) {
        topics.ensure(message.topic());
        try {
            producer().send(message).get();
        } catch (ExecutionException refused) {
            throw new KafkaException("A dead letter could not be sent", refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptException(stopped);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
