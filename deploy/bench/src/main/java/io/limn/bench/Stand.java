package io.limn.bench;

import io.limn.standalone.Options;
import io.limn.standalone.Suite;
import io.limn.standalone.client.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A suite on a folder of its own that is measured and then forgotten. */
final class Stand implements AutoCloseable {
    /** Made up for a folder that is deleted at the end. */
    private static final String PASSWORD = "bench-Reed-Warbler-7";

    private final Path data;
    private final Suite suite;

    private Stand(Path data) {
        this.data = data;
        this.suite = new Suite(Options.of(0, data), Map.of("LIMN_ADMIN_PASSWORD", PASSWORD), System.err::println);
        suite.start();
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("limn-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and returns when it is healthy. */
    static Stand on(Path data) {
        return new Stand(data);
    }

    ApiClient administrator() {
        return ApiClient.anonymous(suite.address()).login(suite.administratorName(), PASSWORD);
    }

    ApiClient anonymous() {
        return ApiClient.anonymous(suite.address());
    }

    /** Where the gateway answers. */
    URI address() {
        return suite.address();
    }

    /** Where a service itself answers. */
    URI address(String service) {
        return suite.address(service);
    }

    /** What the gateway shows a service for a client with this credential; valid for some minutes. */
    String insideCredential(String authorization) {
        return GatewayCredential.trade(suite.serviceKey("gateway"), suite.address("auth-service"), authorization);
    }

    /** A connection to the database of a service, as {@code limn_task}. */
    Connection connect(String database) throws SQLException {
        return suite.connect(database);
    }

    /** Time on processors by the name of each part. */
    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        suite.processes()
                .forEach((name, process) ->
                        seconds.put(name, Usage.of(List.of(process)).cpuSeconds()));
        return seconds;
    }

    /** Of all parts and of this process, which stands for the launcher. */
    Usage usage() {
        List<ProcessHandle> processes = new ArrayList<>(suite.processes().values());
        processes.add(ProcessHandle.current());
        return Usage.of(processes);
    }

    /** One part of the suite, such as {@code task-service}. */
    ProcessHandle process(String name) {
        return suite.processes().get(name);
    }

    @Override
    public void close() {
        suite.close();
    }

    static void forget(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
