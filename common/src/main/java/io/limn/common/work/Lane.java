package io.limn.common.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Does the work of one kind in this replica, as much at once as is allowed. */
final class Lane {
    private final Worker worker;
    private final WorkStore store;
    private final WorkConfig config;
    private final Heartbeat heartbeat;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final BooleanSupplier stopping;
    private final Runnable onFree;
    private final Semaphore free;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Lane(
            Worker worker,
            WorkStore store,
            WorkConfig config,
            Heartbeat heartbeat,
            ObjectMapper json,
            MeterRegistry meters,
            BooleanSupplier stopping,
            Runnable onFree) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.heartbeat = heartbeat;
        this.json = json;
        this.meters = meters;
        this.stopping = stopping;
        this.onFree = onFree;
        free = new Semaphore(config.concurrency().getOrDefault(worker.kind(), config.defaultConcurrency()));
    }

    /** Takes work until there is none or no room for it. */
    void fill(boolean alsoExpired) throws SQLException {
        while (!stopping.getAsBoolean() && free.tryAcquire()) {
            Optional<HeldLease> lease = Optional.empty();
            try {
                lease = take(alsoExpired);
            } finally {
                if (lease.isEmpty()) {
                    free.release();
                }
            }
            if (lease.isEmpty()) {
                return;
            }
            start(lease.get());
        }
    }

    private Optional<HeldLease> take(boolean alsoExpired) throws SQLException {
        var taken = store.claim(worker.kind(), alsoExpired);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try {
            var lease =
                    new HeldLease(store, taken.get(), json.readTree(taken.get().payload()));
            heartbeat.add(lease);
            return Optional.of(lease);
        } catch (JsonProcessingException impossible) {
            throw new SQLException(
                    "Work %d has no payload".formatted(taken.get().id()), impossible);
        }
    }

    /** Platform threads: work calls native code, which would hold up the virtual threads of requests. */
    private void start(HeldLease lease) {
        var thread = Thread.ofPlatform()
                .name("limn-work-" + worker.kind() + "-" + count.incrementAndGet())
                .daemon()
                .unstarted(() -> run(lease));
        threads.add(thread);
        thread.start();
    }

    private void run(HeldLease lease) {
        long begin = System.nanoTime();
        var outcome = Attempt.Outcome.LOST;
        try {
            outcome = new Attempt(lease, worker, store, config, stopping).run();
        } finally {
            heartbeat.remove(lease);
            threads.remove(Thread.currentThread());
            free.release();
            onFree.run();
            meters.timer(
                            "limn.work.attempts",
                            "kind",
                            worker.kind(),
                            "outcome",
                            outcome.name().toLowerCase(Locale.ROOT))
                    .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    /** Waits for the work to end until a moment of {@link System#nanoTime}, then interrupts it. */
    void drain(long end) {
        threads.forEach(thread -> join(thread, end));
        threads.forEach(Thread::interrupt);
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        threads.forEach(thread -> join(thread, last));
    }

    private static void join(Thread thread, long end) {
        try {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis > 0) {
                thread.join(millis);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
