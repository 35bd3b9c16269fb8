package io.limn.data.cloudstorage.azure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server that speaks Azure's API, from npm: installed once on a machine, and only where Node.js is there. */
final class Azurite {
    private static final String VERSION = "3.37.0";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[64]);
    private static Optional<Azurite> shared;

    private final Process process;
    private final int port;

    private Azurite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The server of all tests; empty where it cannot be had. */
    static synchronized Optional<Azurite> shared() {
        if (shared == null) {
            shared = install().flatMap(Azurite::start);
        }
        return shared;
    }

    private static Optional<Path> install() {
        var folder = Path.of(System.getProperty("user.home"), ".cache", "limn", "azurite-" + VERSION);
        var program = folder.resolve("node_modules/azurite/dist/src/blob/main.js");
        if (Files.exists(program)) {
            return Optional.of(program);
        }
        try {
            Files.createDirectories(folder);
            var npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            folder.toString(),
                            "azurite@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!npm.waitFor(3, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
            }
            return Optional.of(program).filter(Files::exists);
        } catch (IOException noNode) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Azurite> start(Path program) {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            var builder = new ProcessBuilder(
                            "node",
                            program.toString(),
                            "--blobHost",
                            "127.0.0.1",
                            "--blobPort",
                            Integer.toString(port),
                            "--inMemoryPersistence",
                            "--silent",
                            "--skipApiVersionCheck",
                            "--disableTelemetry")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("AZURITE_ACCOUNTS", "limn:" + KEY);
            var azurite = new Azurite(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(azurite.process::destroyForcibly));
            Awaitility.await("Azurite").atMost(Duration.ofSeconds(60)).until(azurite::answers);
            return Optional.of(azurite);
        } catch (IOException noNode) {
            return Optional.empty();
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** How its account is entered. */
    String connectionString() {
        return "DefaultEndpointsProtocol=http;AccountName=limn;AccountKey=" + KEY + ";BlobEndpoint=http://127.0.0.1:"
                + port + "/limn;";
    }
}
