package io.limn.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Watches the memory of a process and all below it; pages that processes share count once. */
final class PeakMemory implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;

    private final ProcessHandle process;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long peak;

    PeakMemory(ProcessHandle process) {
        this.process = process;
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        while (!stopped) {
            peak = Math.max(peak, Usage.of(List.of(process)).proportionalBytes());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The most that was seen so far, in bytes. */
    long bytes() {
        return peak;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
