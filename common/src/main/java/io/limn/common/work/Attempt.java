package io.limn.common.work;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** One attempt at a piece of work: runs it, and writes down how it ended. */
final class Attempt {
    private static final Logger LOG = Logger.getLogger(Attempt.class);
    private static final int CAUSES = 16;

    private final HeldLease lease;
    private final Worker worker;
    private final WorkStore store;
    private final WorkConfig config;
    private final BooleanSupplier stopping;

    /** How an attempt ended. */
    enum Outcome {
        FINISHED,
        FAILED,
        RETRIED,
        GIVEN_BACK,
        LOST
    }

    Attempt(HeldLease lease, Worker worker, WorkStore store, WorkConfig config, BooleanSupplier stopping) {
        this.lease = lease;
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.stopping = stopping;
    }

    Outcome run() {
        try {
            if (lease.taken().deaths() >= config.deaths()) {
                return fail("It has stopped its worker %d times"
                        .formatted(lease.taken().deaths()));
            }
            if (lease.taken().failures() >= config.attempts()) {
                return fail(lease.taken().message());
            }
            return tryIt();
        } catch (SQLException failure) {
            // The lease runs out and another attempt takes it.
            LOG.errorf(failure, "The end of %s could not be written", name());
            return Outcome.LOST;
        }
    }

    private Outcome tryIt() throws SQLException {
        try {
            lease.provenance().during(this::inRequestContext);
            if (!lease.isFinished()) {
                lease.finish(() -> {});
            }
            return Outcome.FINISHED;
        } catch (LeaseLostException lost) {
            LOG.infof("%s: %s", name(), lost.getMessage());
            return Outcome.LOST;
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError failure) {
            return lease.isFinished() ? Outcome.FINISHED : afterFailure(failure);
        }
    }

    private void inRequestContext() throws Exception {
        var request = Arc.container().requestContext();
        request.activate();
        lease.worksOn(Thread.currentThread());
        try {
            worker.run(lease);
        } finally {
            lease.worksOn(null);
            request.terminate();
        }
    }

    private Outcome afterFailure(Throwable failure) throws SQLException {
        // The interrupt was for the worker; what follows has to reach the database.
        boolean interrupted = Thread.interrupted() || isCausedBy(failure, InterruptedException.class);
        if (interrupted && stopping.getAsBoolean()) {
            store.giveBack(lease.holder(), lease.taken().failures(), Duration.ZERO, null);
            return Outcome.GIVEN_BACK;
        }
        if (!lease.isHeld() || isCausedBy(failure, LeaseLostException.class)) {
            return Outcome.LOST;
        }
        var permanent = cause(failure, PermanentFailure.class);
        if (permanent != null) {
            LOG.infof("%s has failed: %s", name(), permanent.getMessage());
            return fail(permanent.getMessage());
        }
        int failures = lease.taken().failures() + 1;
        LOG.errorf(failure, "%s has failed %d times", name(), failures);
        if (failures >= config.attempts()) {
            return fail("It could not be done in %d attempts".formatted(failures));
        }
        store.giveBack(lease.holder(), failures, pause(failures), failure.toString());
        return Outcome.RETRIED;
    }

    /** When even the worker's own ending fails, the row stays, and its next attempt tries nothing but the ending. */
    private Outcome fail(String message) throws SQLException {
        try {
            lease.provenance().during(() -> lease.fail(() -> worker.failed(lease.payload(), message), message));
            return Outcome.FAILED;
        } catch (LeaseLostException lost) {
            return Outcome.LOST;
        } catch (Exception failure) {
            LOG.errorf(failure, "The failure of %s could not be told", name());
            store.giveBack(
                    lease.holder(), config.attempts(), config.longestPause().dividedBy(10), message);
            return Outcome.RETRIED;
        }
    }

    private Duration pause(int failures) {
        var pause = config.pause();
        for (int count = 1; count < failures && pause.compareTo(config.longestPause()) < 0; count++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    private String name() {
        return "Attempt %d of work %d (%s %s)".formatted(lease.attempt(), lease.id(), worker.kind(), lease.key());
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return cause(failure, type) != null;
    }

    private static <T extends Throwable> T cause(Throwable failure, Class<T> type) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
