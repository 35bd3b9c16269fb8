package io.limn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process that does nothing but ask saw.
 *
 * @param answers            answers of status 200
 * @param seconds            how long it asked
 * @param cpuSeconds         what the asking itself took of the processors
 * @param medianMicroseconds median time to an answer
 * @param slowMicroseconds   time within which 95 of 100 answers came
 * @param slowestMicroseconds time within which 99 of 100 answers came
 */
record Load(
        long answers,
        double seconds,
        double cpuSeconds,
        long medianMicroseconds,
        long slowMicroseconds,
        long slowestMicroseconds) {
    /** Asks for a path over as many kept connections as there are clients. */
    static Load of(URI address, String path, String authorization, int clients, int seconds) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.limn.bench.load.LoadMain",
                "127.0.0.1",
                Integer.toString(address.getPort()),
                path,
                Integer.toString(clients),
                Integer.toString(seconds));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(authorization.getBytes(StandardCharsets.UTF_8));
            }
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || line.isEmpty()) {
                throw new IllegalStateException("The requests for " + path + " failed");
            }
            String[] cells = line.split(" ", -1);
            return new Load(
                    Long.parseLong(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]),
                    Long.parseLong(cells[5]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    double perSecond() {
        return answers / seconds;
    }
}
