package io.limn.standalone;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on a data folder, kept in a file beside the data, so that other commands find it and the next start can stop what a
 * killed launcher has left behind.
 *
 * @param launcher the process that holds everything together
 * @param address where the gateway answers
 * @param ready whether the start is over
 * @param children in the order they were started
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunFile(Entry launcher, String address, boolean ready, List<Entry> children) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "suite.json";

    /**
     * @param started epoch milliseconds, which tells the process from a later one with the same pid
     * @param managementPort 0 where there is none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String name, long pid, long started, int managementPort) {
        private static final Duration CLOCK_DRIFT = Duration.ofSeconds(3);

        static Entry of(String name, ProcessHandle process, int managementPort) {
            return new Entry(name, process.pid(), started(process), managementPort);
        }

        /** The process itself, if it still runs. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> Math.abs(started(found) - started) < CLOCK_DRIFT.toMillis());
        }

        private static long started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    static Optional<RunFile> read(Folder folder) {
        try {
            return Optional.of(JSON.readValue(folder.run().resolve(NAME).toFile(), RunFile.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Folder folder) {
        Path draft = folder.run().resolve(NAME + ".new");
        try {
            Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(draft, folder.run().resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("Cannot write to " + folder.run() + ": " + e.getMessage() + ".", e);
        }
    }

    static void delete(Folder folder) {
        try {
            Files.deleteIfExists(folder.run().resolve(NAME));
        } catch (IOException e) {
            throw new StartFailure("Cannot delete the run file in " + folder.run() + ": " + e.getMessage() + ".", e);
        }
    }
}
