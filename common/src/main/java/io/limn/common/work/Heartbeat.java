package io.limn.common.work;

import io.limn.common.event.Background;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Prolongs the leases of the work that this replica does, at each third of their time. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final WorkStore store;
    private final WorkConfig config;
    private final Set<HeldLease> leases = ConcurrentHashMap.newKeySet();
    private final Background thread = new Background("limn-work-heartbeat", this::run);

    Heartbeat(WorkStore store, WorkConfig config) {
        this.store = store;
        this.config = config;
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.end();
        thread.join(Duration.ofSeconds(1));
    }

    void add(HeldLease lease) {
        leases.add(lease);
    }

    void remove(HeldLease lease) {
        leases.remove(lease);
    }

    private void run() {
        var third = config.lease().dividedBy(3);
        while (thread.isRunning()) {
            var pause = third;
            try {
                beat();
            } catch (SQLException failure) {
                LOG.warnf("Leases are not prolonged: %s", failure.getMessage());
                pause = third.compareTo(AFTER_FAILURE) < 0 ? third : AFTER_FAILURE;
            }
            thread.sleep(pause);
        }
    }

    /** A lease that is over but not yet taken by another is won back: the worker was not dead, the database was away. */
    void beat() throws SQLException {
        var due = leases.stream()
                .filter(lease -> lease.isHeld() && !lease.isInTransaction())
                .collect(Collectors.toMap(HeldLease::holder, lease -> lease));
        if (due.isEmpty()) {
            return;
        }
        due.keySet().removeAll(store.prolong(due.keySet()));
        for (var lease : due.values()) {
            if (!lease.isInTransaction() && !lease.isFinished() && !store.isHeld(lease.holder())) {
                lease.lose();
                LOG.infof("Attempt %d of work %d has lost its lease", lease.attempt(), lease.id());
            }
        }
    }
}
