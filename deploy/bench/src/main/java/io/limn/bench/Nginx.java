package io.limn.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A plain file server to compare with, where one is installed: {@code LIMN_BENCH_NGINX} or the search path says where. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final URI address;

    private Nginx(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it over a folder; empty where there is none. */
    static Optional<Nginx> over(Path folder) {
        String told = System.getenv("LIMN_BENCH_NGINX");
        Optional<Path> program = Stream.concat(
                        Stream.ofNullable(told).map(Path::of),
                        Stream.of(System.getenv("PATH").split(":", -1))
                                .map(place -> Path.of(place).resolve("nginx")))
                .filter(Files::isExecutable)
                .findFirst();
        return program.map(path -> start(path, folder));
    }

    private static Nginx start(Path program, Path folder) {
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Path settings = folder.resolve("nginx.conf");
            Files.writeString(settings, """
                    daemon off;
                    %s
                    worker_processes 2;
                    pid %s/nginx.pid;
                    error_log stderr error;
                    events { worker_connections 64; }
                    http {
                      access_log off;
                      sendfile on;
                      tcp_nopush on;
                      keepalive_requests 1000000;
                      client_body_temp_path %s/body;
                      proxy_temp_path %s/proxy;
                      fastcgi_temp_path %s/fastcgi;
                      uwsgi_temp_path %s/uwsgi;
                      scgi_temp_path %s/scgi;
                      server { listen 127.0.0.1:%d; root %s; }
                    }
                    """.formatted(
                            "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                            folder,
                            folder,
                            folder,
                            folder,
                            folder,
                            folder,
                            port,
                            folder));
            Process process = new ProcessBuilder(
                            List.of(program.toString(), "-p", folder.toString(), "-c", settings.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.waitFor(500, TimeUnit.MILLISECONDS);
            return new Nginx(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException failure) {
            throw new IllegalStateException("nginx does not start", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    URI address() {
        return address;
    }

    double cpuSeconds() {
        return Usage.of(List.of(process.toHandle())).cpuSeconds();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
