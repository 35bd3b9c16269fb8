package io.limn.common.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.event.Provenance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The lease of an attempt in this replica. */
final class HeldLease implements Lease {
    private final WorkStore store;
    private final WorkStore.Taken taken;
    private final JsonNode payload;
    private final AtomicInteger transactions = new AtomicInteger();
    private volatile Thread worker;
    private volatile boolean lost;
    private volatile boolean finished;

    @FunctionalInterface
    private interface Ending {
        void write() throws SQLException;
    }

    HeldLease(WorkStore store, WorkStore.Taken taken, JsonNode payload) {
        this.store = store;
        this.taken = taken;
        this.payload = payload;
    }

    WorkStore.Taken taken() {
        return taken;
    }

    WorkStore.Holder holder() {
        return new WorkStore.Holder(taken.id(), taken.attempt());
    }

    @Override
    public long id() {
        return taken.id();
    }

    @Override
    public String key() {
        return taken.key();
    }

    @Override
    public int attempt() {
        return taken.attempt();
    }

    @Override
    public JsonNode payload() {
        return payload;
    }

    @Override
    public Provenance provenance() {
        return taken.provenance();
    }

    @Override
    public boolean isHeld() {
        return !lost;
    }

    @Override
    public void check() {
        if (lost) {
            throw new LeaseLostException(taken.id(), taken.attempt());
        }
    }

    /** While a transaction of this attempt runs, its row lock keeps others away and the lease needs no prolonging. */
    boolean isInTransaction() {
        return transactions.get() > 0;
    }

    /** The thread that works from now on; {@code null} for none. */
    void worksOn(Thread thread) {
        worker = thread;
    }

    /** The attempt is over; its worker is interrupted in what it does or waits for. */
    void lose() {
        lost = true;
        var thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether the work has ended by {@link #finish} or {@link #fail}. */
    boolean isFinished() {
        return finished;
    }

    @Override
    public void commit(Runnable change) {
        inTransaction(change, () -> store.prolong(holder()));
    }

    @Override
    public void finish(Runnable change) {
        inTransaction(change, () -> store.end(holder(), "finished", null));
        finished = true;
    }

    void fail(Runnable change, String message) {
        inTransaction(change, () -> store.end(holder(), "failed", message));
        finished = true;
    }

    private void inTransaction(Runnable change, Ending ending) {
        transactions.incrementAndGet();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(store.transactionSeconds())
                    .run(() -> {
                        try {
                            if (finished || !store.lock(holder())) {
                                lost = true;
                                throw new LeaseLostException(taken.id(), taken.attempt());
                            }
                            change.run();
                            ending.write();
                        } catch (SQLException failure) {
                            throw new IllegalStateException("The lease of work %d".formatted(taken.id()), failure);
                        }
                    });
        } finally {
            transactions.decrementAndGet();
        }
    }
}
