package io.limn.common.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.event.Background;
import io.limn.common.event.DatabaseSessions;
import io.limn.common.event.EventsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts the workers where the role of this replica says so, wakes them when work is handed in, and stops them. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final WorkStore store;
    private final WorkConfig config;
    private final Heartbeat heartbeat;
    private final DatabaseSessions sessions;
    private final List<Lane> lanes;
    private final boolean enabled;
    private final Semaphore calls = new Semaphore(1);
    private final Background listener = new Background("limn-work-listener", this::listen);
    private final Background dispatcher = new Background("limn-work-dispatcher", this::dispatch);
    private long patience = System.nanoTime();

    Workers(
            WorkStore store,
            WorkConfig config,
            EventsConfig events,
            Heartbeat heartbeat,
            DatabaseSessions sessions,
            ObjectMapper json,
            MeterRegistry meters,
            @Any Instance<Worker> workers,
            @ConfigProperty(name = "limn.roles", defaultValue = "api,worker") Set<String> roles) {
        this.store = store;
        this.config = config;
        this.heartbeat = heartbeat;
        this.sessions = sessions;
        lanes = workers.stream()
                .map(worker -> new Lane(
                        worker, store, config, heartbeat, json, meters, () -> !dispatcher.isRunning(), this::wake))
                .toList();
        enabled = events.enabled() && roles.contains("worker") && !lanes.isEmpty();
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            heartbeat.start();
            listener.start();
            dispatcher.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (!enabled) {
            return;
        }
        dispatcher.end();
        listener.end();
        wake();
        dispatcher.join(Duration.ofSeconds(2));
        long end = System.nanoTime() + config.stopTimeout().toNanos();
        lanes.forEach(lane -> lane.drain(end));
        heartbeat.stop();
        listener.join(Duration.ofSeconds(1));
    }

    private void wake() {
        calls.release();
    }

    private void dispatch() {
        while (dispatcher.isRunning()) {
            try {
                // Workers of this replica first get the time to win back leases that ran out while the database was
                // away.
                boolean alsoExpired = System.nanoTime() - patience >= 0;
                for (var lane : lanes) {
                    lane.fill(alsoExpired);
                }
                calls.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                calls.drainPermits();
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("Work is not taken: %s", failure.getMessage());
                patience = System.nanoTime() + config.lease().dividedBy(3).toNanos();
                dispatcher.sleep(AFTER_FAILURE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listen() {
        while (listener.isRunning()) {
            try (var session = sessions.open("limn-work-listener")) {
                session.listen(WorkQueue.CHANNEL);
                session.listen(WorkQueue.CANCELLED);
                // What was handed in while nobody listened.
                wake();
                while (listener.isRunning()) {
                    var heard = session.hear(config.lease(), listener::isRunning);
                    if (!heard.isEmpty()) {
                        wake();
                    }
                    if (heard.stream().anyMatch(notice -> notice.channel().equals(WorkQueue.CANCELLED))) {
                        heartbeat.beat();
                    }
                    session.check();
                }
            } catch (SQLException failure) {
                LOG.warnf("Workers are not woken: %s", failure.getMessage());
                listener.sleep(AFTER_FAILURE);
            }
        }
    }

    @Scheduled(every = "1h", delayed = "3m")
    void prune() throws SQLException {
        if (enabled) {
            store.prune();
        }
    }
}
