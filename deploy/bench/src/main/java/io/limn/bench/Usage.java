package io.limn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What processes have used, as Linux counts it.
 *
 * @param cpuSeconds time on processors since each process began, with that of children that have ended
 * @param residentBytes memory in RAM; pages that processes share count once for each
 * @param proportionalBytes memory in RAM; pages that processes share count once in all
 */
record Usage(double cpuSeconds, long residentBytes, long proportionalBytes) {
    private static final double TICKS_PER_SECOND = 100;

    /** Of these processes and all below them. */
    static Usage of(Collection<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .map(process -> of(process.pid()))
                .reduce(new Usage(0, 0, 0), Usage::plus);
    }

    /** The most memory that a process ever had in RAM, in bytes. */
    static long peakResidentBytes(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return bytes(Files.readString(status), "VmHWM:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Programs that run or wait for a processor, the mean of the last minute. */
    static double machineLoad() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Usage plus(Usage other) {
        return new Usage(
                cpuSeconds + other.cpuSeconds,
                residentBytes + other.residentBytes,
                proportionalBytes + other.proportionalBytes);
    }

    private static Usage of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(folder.resolve("stat"));
            // Fields are counted from the end of the name, which may hold blanks: user, system and the same of ended
            // children.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            String memory = Files.readString(folder.resolve("smaps_rollup"));
            return new Usage(ticks / TICKS_PER_SECOND, bytes(memory, "Rss:"), bytes(memory, "Pss:"));
        } catch (IOException e) {
            // it has ended in the meantime
            return new Usage(0, 0, 0);
        }
    }

    private static long bytes(String memory, String name) {
        return memory.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }
}
