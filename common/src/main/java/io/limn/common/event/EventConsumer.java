package io.limn.common.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads one topic for the handlers of this service, as a member of the service's group. A partition whose event cannot be
 * applied now is paused and tried again for ever, while the others go on and the membership lives.
 */
final class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POLL_WHILE_PAUSED = Duration.ofMillis(50);

    private final String topic;
    private final String group;
    private final List<EventHandler> handlers;
    private final EventDelivery delivery;
    private final KafkaClients clients;
    private final Topics topics;
    private final EventsConfig config;
    private final MeterRegistry meters;
    private final Background thread;

    private final Map<TopicPartition, Pause> paused = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private volatile KafkaConsumer<String, byte[]> consumer;

    private static final class Pause {
        final Backoff backoff;
        long end;

        Pause(EventsConfig config) {
            backoff = new Backoff(config);
        }
    }

    EventConsumer(
            String topic,
            String group,
            List<EventHandler> handlers,
            EventDelivery delivery,
            KafkaClients clients,
            Topics topics,
            EventsConfig config,
            MeterRegistry meters) {
        this.topic = topic;
        this.group = group;
        this.handlers = handlers;
        this.delivery = delivery;
        this.clients = clients;
        this.topics = topics;
        this.config = config;
        this.meters = meters;
        thread = new Background("limn-events-" + topic, this::run);
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
        if (!thread.join(config.stopTimeout())) {
            thread.interrupt();
        }
    }

    private void run() {
        var backoff = new Backoff(config);
        while (thread.isRunning()) {
            try (var reading = open()) {
                consumer = reading;
                while (thread.isRunning()) {
                    resume(reading);
                    round(reading);
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
        paused.clear();
        done.clear();
        var reading = clients.consumer(group);
        reading.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                commit(reading);
                onPartitionsLost(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                done.keySet().removeAll(partitions);
                paused.keySet().removeAll(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
        return reading;
    }

    private void round(KafkaConsumer<String, byte[]> reading) {
        var records = reading.poll(paused.isEmpty() ? POLL : POLL_WHILE_PAUSED);
        for (var partition : records.partitions()) {
            for (var message : records.records(partition)) {
                if (!thread.isRunning() || !apply(reading, partition, message)) {
                    break;
                }
            }
        }
        commit(reading);
    }

    /** Applies a record, or goes back to it and pauses its partition. */
    private boolean apply(
            KafkaConsumer<String, byte[]> reading, TopicPartition partition, ConsumerRecord<String, byte[]> message) {
        try {
            delivery.deliver(message, handlers);
            done.put(partition, new OffsetAndMetadata(message.offset() + 1));
            paused.remove(partition);
            return true;
        } catch (Exception failure) {
            var pause = paused.computeIfAbsent(partition, any -> new Pause(config));
            var time = pause.backoff.next();
            pause.end = System.nanoTime() + time.toNanos();
            reading.seek(partition, message.offset());
            reading.pause(List.of(partition));
            meters.counter("limn.events.retries", "topic", topic).increment();
            LOG.warnf(
                    failure,
                    "The event at %s of %s is tried again in %d ms",
                    message.offset(),
                    partition,
                    time.toMillis());
            return false;
        }
    }

    private void resume(KafkaConsumer<String, byte[]> reading) {
        long now = System.nanoTime();
        var due = paused.entrySet().stream()
                .filter(entry -> entry.getValue().end - now <= 0)
                .map(Map.Entry::getKey)
                .filter(reading.assignment()::contains)
                .toList();
        reading.resume(due);
    }

    /** What was applied but could not be committed is delivered again and skipped by the inbox. */
    private void commit(KafkaConsumer<String, byte[]> reading) {
        if (done.isEmpty()) {
            return;
        }
        try {
            reading.commitSync(done);
            done.clear();
        } catch (WakeupException stopping) {
            reading.commitSync(done, Duration.ofSeconds(1));
            done.clear();
            throw stopping;
        } catch (KafkaException failure) {
            LOG.debugf("Offsets of %s are committed later: %s", topic, failure);
        }
    }
}
