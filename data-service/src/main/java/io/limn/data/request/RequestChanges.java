package io.limn.data.request;

import io.limn.common.event.Background;
import io.limn.common.event.DatabaseSessions;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Hears of changes of requests, whichever replica or service made them. Listens from the first time it is asked. */
@ApplicationScoped
class RequestChanges {
    private static final Logger LOG = Logger.getLogger(RequestChanges.class);
    private static final String CHANNEL = "limn_request";
    private static final Duration CHECK = Duration.ofSeconds(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DatabaseSessions sessions;
    private final Map<Long, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Background listener = new Background("limn-request-listener", this::listen);

    RequestChanges(DatabaseSessions sessions) {
        this.sessions = sessions;
    }

    /** Somebody who waits for changes of one request. */
    final class Watch implements AutoCloseable {
        private final long number;
        private final Semaphore changed = new Semaphore(0);

        private Watch(long number) {
            this.number = number;
        }

        /** Waits for a change, but not longer than some time; whether there was one. */
        boolean await(Duration time) throws InterruptedException {
            boolean heard = changed.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            changed.drainPermits();
            return heard;
        }

        /** Ends the wait as if there had been a change. */
        void wake() {
            changed.release();
        }

        @Override
        public void close() {
            watches.computeIfPresent(number, (key, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Watches a request; no change from now on is missed. */
    Watch watch(long number) {
        var watch = new Watch(number);
        watches.compute(number, (key, all) -> {
            var watching = all == null ? ConcurrentHashMap.<Watch>newKeySet() : all;
            watching.add(watch);
            return watching;
        });
        if (started.compareAndSet(false, true)) {
            listener.start();
        }
        return watch;
    }

    private void listen() {
        while (listener.isRunning()) {
            try (var session = sessions.open("limn-request-listener")) {
                session.listen(CHANNEL);
                // What has changed while nobody listened.
                watches.values().forEach(all -> all.forEach(Watch::wake));
                while (listener.isRunning()) {
                    session.hear(CHECK, listener::isRunning).forEach(notice -> changed(notice.payload()));
                    session.check();
                }
            } catch (SQLException failure) {
                LOG.warnf("Changes of requests are not heard: %s", failure.getMessage());
                listener.sleep(AFTER_FAILURE);
            }
        }
    }

    private void changed(String number) {
        var watching = watches.get(Long.parseLong(number));
        if (watching != null) {
            watching.forEach(Watch::wake);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        listener.end();
    }
}
