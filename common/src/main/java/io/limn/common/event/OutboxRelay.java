package io.limn.common.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes the rows of the outbox. Each slot has one relay among all replicas: the one whose session holds its advisory
 * lock. A replica takes every slot it can get, and gets those of another when that one ends or loses its session.
 *
 * <p>A row leaves the outbox after the broker has acknowledged it. A crash between the two publishes it twice; the
 * consumers' inbox sees to that.
 */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final DatabaseSessions sessions;
    private final EventsConfig config;
    private final OutboxPublisher publisher;
    private final Timer latency;
    private final AtomicLong waiting;
    private final Background thread = new Background("limn-outbox-relay", this::run);

    OutboxRelay(
            DatabaseSessions sessions, EventsConfig config, KafkaClients clients, Topics topics, MeterRegistry meters) {
        this.sessions = sessions;
        this.config = config;
        publisher = new OutboxPublisher(clients, topics);
        latency = Timer.builder("limn.outbox.latency")
                .description("From the writing of an event to its acknowledgement by the broker")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        waiting = meters.gauge("limn.outbox.waiting", new AtomicLong());
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.end();
        // The loop ends by itself unless it waits for a broker that is away; then the producer lets go.
        if (!thread.join(Duration.ofSeconds(1))) {
            publisher.close();
            thread.interrupt();
            thread.join(config.stopTimeout());
        }
        publisher.close();
    }

    private void run() {
        var backoff = new Backoff(config);
        while (thread.isRunning()) {
            try (var session = sessions.open("limn-outbox-relay")) {
                session.listen(Outbox.CHANNEL);
                relay(session, backoff);
            } catch (SQLException | KafkaException | IllegalStateException failure) {
                if (thread.isRunning()) {
                    LOG.warnf("The relay of events starts again: %s", failure);
                    thread.sleep(backoff.next());
                }
            }
        }
    }

    private void relay(DatabaseSession session, Backoff backoff) throws SQLException {
        var rows = new OutboxRows(session.connection());
        var slots = new TreeSet<Integer>();
        long look = System.nanoTime();
        while (thread.isRunning()) {
            if (System.nanoTime() >= look) {
                rows.lockMissing(slots);
                waiting.set(rows.count());
                look = System.nanoTime() + config.poll().toNanos();
            }
            var found = rows.oldest(slots, config.batch());
            if (found.isEmpty()) {
                session.await(Duration.ofNanos(look - System.nanoTime()), thread::isRunning);
                continue;
            }
            var published = publisher.publish(found);
            rows.delete(published.stream().map(OutboxRows.Row::id).toList());
            var now = Instant.now();
            published.forEach(row -> latency.record(age(row, now)));
            if (published.size() == found.size()) {
                backoff.reset();
            } else {
                thread.sleep(backoff.next());
            }
        }
    }

    private static Duration age(OutboxRows.Row row, Instant now) {
        var age = Duration.between(row.created(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
