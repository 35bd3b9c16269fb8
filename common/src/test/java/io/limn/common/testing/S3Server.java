package io.limn.common.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** An object store that speaks S3, in a process of its own, on a free port, with one empty bucket. */
public final class S3Server implements AutoCloseable {
    /** The bucket. */
    public static final String BUCKET = "limn";

    /** Access key and secret. */
    public static final String KEY = "limn-test";

    private final Process process;
    private final int port;
    private final Path log;

    private S3Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a server that keeps its objects in a folder. */
    public static S3Server start(Path folder) {
        try {
            int port = freePort();
            Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
            var settings = folder.resolve("s3proxy.conf");
            Files.writeString(settings, """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, KEY, folder.resolve("objects")));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var log = folder.resolve("s3proxy.log");
            var process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            "target/s3-server/guice.jar" + File.pathSeparator + System.getProperty("java.class.path"),
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            settings.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var server = new S3Server(process, port, log);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Awaitility.await("S3 server").atMost(Duration.ofSeconds(60)).until(server::answers);
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The S3 server has ended: " + output());
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.getMessage();
        }
    }

    /** Its address. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
