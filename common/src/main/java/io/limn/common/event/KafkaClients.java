package io.limn.common.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes clients of the broker that the {@code kafka.*} settings describe. The caller closes them. */
@ApplicationScoped
public class KafkaClients {
    private final Map<String, Object> settings;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /**
     * A producer that waits for every copy and never gives up on a record it has accepted: giving up would let later
     * records of the same key pass.
     */
    KafkaProducer<String, byte[]> producer() {
        var own = new HashMap<>(settings);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        own.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        own.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that commits when it is told to; without a group when that is {@code null}. */
    KafkaConsumer<String, byte[]> consumer(String group) {
        var own = new HashMap<>(settings);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        own.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        if (group == null) {
            own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        } else {
            own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        }
        return new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A client for topics. */
    Admin admin() {
        var own = new HashMap<>(settings);
        own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return Admin.create(own);
    }
}
