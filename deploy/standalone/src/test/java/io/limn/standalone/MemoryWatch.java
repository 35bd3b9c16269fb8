package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The most resident memory, in bytes, that a process and its children had together at one moment. */
public final class MemoryWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AtomicLong highest = new AtomicLong();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private MemoryWatch() {}

    static MemoryWatch of(ProcessHandle process) {
        MemoryWatch watch = new MemoryWatch();
        watch.clock.scheduleAtFixedRate(
                () -> watch.highest.accumulateAndGet(
                        Stream.concat(Stream.of(process), process.descendants())
                                .mapToLong(MemoryWatch::resident)
                                .sum(),
                        Math::max),
                0,
                PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Bytes; 0 where the system does not tell. */
    public long highest() {
        return highest.get();
    }

    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
