package io.limn.common.event;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads one topic outside of any group: every replica sees every event that is published while it runs. Needs no
 * database; remembers nothing.
 */
final class BroadcastConsumer {
    private static final Logger LOG = Logger.getLogger(BroadcastConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String topic;
    private final List<EventHandler> handlers;
    private final KafkaClients clients;
    private final Topics topics;
    private final EventsConfig config;
    private final Background thread;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile boolean listening;

    BroadcastConsumer(
            String topic, List<EventHandler> handlers, KafkaClients clients, Topics topics, EventsConfig config) {
        this.topic = topic;
        this.handlers = handlers;
        this.clients = clients;
        this.topics = topics;
        this.config = config;
        thread = new Background("limn-broadcast-" + topic, this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.end();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(config.stopTimeout());
    }

    /** Whether what is published now will be seen. */
    boolean isListening() {
        return listening;
    }

    private void run() {
        var backoff = new Backoff(config);
        while (thread.isRunning()) {
            try (var reading = open()) {
                consumer = reading;
                listening = true;
                while (thread.isRunning()) {
                    reading.poll(POLL).forEach(this::show);
                    backoff.reset();
                }
            } catch (WakeupException stopped) {
                LOG.debugf("%s is no longer read", topic);
            } catch (KafkaException | IllegalStateException failure) {
                if (thread.isRunning()) {
                    LOG.warnf("Reading %s starts again: %s", topic, failure);
                    thread.sleep(backoff.next());
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        topics.ensure(topic);
        var reading = clients.consumer(null);
        try {
            var partitions = reading.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            reading.assign(partitions);
            // The positions are asked for now and not at the first poll: what comes after this is seen.
            reading.seekToEnd(partitions);
            partitions.forEach(reading::position);
            return reading;
        } catch (KafkaException failure) {
            reading.close();
            throw failure;
        }
    }

    private void show(ConsumerRecord<String, byte[]> message) {
        try {
            var event = EventCodec.read(message);
            for (var handler : handlers) {
                if (handler.types().isEmpty() || handler.types().contains(event.type())) {
                    handler.handle(event);
                }
            }
        } catch (Exception failure) {
            LOG.errorf(failure, "An event of %s at offset %d was not seen", topic, message.offset());
        }
    }
}
