package io.limn.common.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/** Sends rows of the outbox to the broker and tells which of them it has. */
final class OutboxPublisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private final KafkaClients clients;
    private final Topics topics;
    private volatile KafkaProducer<String, byte[]> producer;

    private record Sent(OutboxRows.Row row, Future<RecordMetadata> answer) {}

    OutboxPublisher(KafkaClients clients, Topics topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /**
     * Sends rows in their order. What the client has accepted it sends until the broker answers; the first row it does
     * not accept ends the round, because a later one of the same key must not pass it.
     *
     * @return the rows that the broker has, possibly none
     */
    List<OutboxRows.Row> publish(List<OutboxRows.Row> rows) {
        var sent = new ArrayList<Sent>();
        try {
            for (var row : rows) {
                topics.ensure(row.topic());
                var answer = producer().send(message(row));
                sent.add(new Sent(row, answer));
                // Without a topic's metadata the client answers with a failure at once instead of throwing it.
                if (answer.state() == Future.State.FAILED) {
                    break;
                }
            }
        } catch (KafkaException refused) {
            LOG.warnf("Events wait: %s", reason(refused));
        }
        return acknowledged(sent);
    }

    private List<OutboxRows.Row> acknowledged(List<Sent> sent) {
        var done = new ArrayList<OutboxRows.Row>();
        Throwable failure = null;
        for (var one : sent) {
            try {
                one.answer().get();
                done.add(one.row());
            } catch (ExecutionException refused) {
                failure = refused.getCause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptException(stopped);
            }
        }
        if (failure != null) {
            LOG.warnf("Events wait: %s", reason(failure));
            // Some failures leave a producer unusable; a new one costs little.
            close();
        }
        return done;
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : failure + " (" + failure.getCause() + ")";
    }

    private static ProducerRecord<String, byte[]> message(OutboxRows.Row row) {
        var value = row.payload() == null ? null : row.payload().getBytes(StandardCharsets.UTF_8);
        var message = new ProducerRecord<>(row.topic(), row.key(), value);
        message.headers()
                .add(EventCodec.ID, row.eventId().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", row.type().getBytes(StandardCharsets.UTF_8))
                .add("content-type", Event.MEDIA_TYPE.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    /** Drops what is not acknowledged; the rows are still there. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
