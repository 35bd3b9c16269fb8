package io.limn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process that does nothing but download saw.
 *
 * @param bytes of all bodies
 * @param seconds how long it downloaded
 * @param cpuSeconds what the downloading itself took of the processors
 */
record Download(long bytes, double seconds, double cpuSeconds) {
    /** Downloads a path over as many kept connections as there are clients. */
    static Download of(URI address, String path, String authorization, int clients, int seconds) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.limn.bench.load.DownloadMain",
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
                throw new IllegalStateException("The downloads of " + path + " failed");
            }
            String[] cells = line.split(" ", -1);
            return new Download(Long.parseLong(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    double megabytesPerSecond() {
        return bytes / 1e6 / seconds;
    }

    double gigabytes() {
        return bytes / 1e9;
    }
}
