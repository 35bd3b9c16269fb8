package io.limn.standalone;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The packaged suite while it runs for tests: clients that are logged in, and means to break parts of it. */
public final class RunningSuite implements AutoCloseable {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final String PASSWORD = "Marsh-Harrier-52";

    private final Suite suite;
    private final Path data;
    private volatile ApiClient administrator;

    RunningSuite(Suite suite, Path data) {
        this.suite = suite;
        this.data = data;
    }

    /**
     * Starts a suite in a folder of its own, which goes with it, on free ports.
     *
     * @param arguments   more words of the command line
     * @param environment settings of the launcher
     */
    public static RunningSuite start(List<String> arguments, Map<String, String> environment) {
        Path data;
        try {
            data = Files.createTempDirectory("limn-suite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = new ArrayList<>(List.of("--data", data.toString()));
        words.addAll(arguments);
        Options told = Options.parse(words);
        Options options = new Options(told.host(), 0, told.data(), told.ui(), told.admin(), told.replicas());
        Suite suite = new Suite(options, environment, System.err::println);
        // A run that is broken off must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
        try {
            suite.start();
        } catch (StartFailure e) {
            suite.close();
            throw e;
        }
        return new RunningSuite(suite, data);
    }

    @Override
    public void close() {
        suite.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return suite.address();
    }

    /** Everything the suite keeps. */
    public Path data() {
        return data;
    }

    public ApiClient nobody() {
        return ApiClient.anonymous(suite.address());
    }

    /** Where every gateway answers. */
    public List<URI> gateways() {
        return suite.addresses();
    }

    public String administratorName() {
        return suite.administratorName();
    }

    public String administratorPassword() {
        return suite.administratorPassword().orElseThrow();
    }

    public synchronized ApiClient administrator() {
        if (administrator == null) {
            administrator = nobody().login(
                            suite.administratorName(),
                            suite.administratorPassword().orElseThrow());
        }
        return administrator;
    }

    /** A connection to the database of a service, as {@code limn_task}. */
    public Connection connect(String database) throws SQLException {
        return suite.connect(database);
    }

    /** A user of its own for one test. */
    public ApiClient newUser() {
        String name = "user-" + ProcessHandle.current().pid() + "-" + USERS.incrementAndGet();
        return nobody().register(name, PASSWORD);
    }

    /** A command of {@code ./limn user}. */
    public void operate(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        if (UserCommand.run(arguments) != 0) {
            throw new IllegalStateException("limn user " + String.join(" ", words) + " failed");
        }
    }

    /** Ends a process with SIGKILL: {@code auth-service}, {@code task-service}, {@code data-service}, {@code lambda-service}, {@code gateway}. */
    public void kill(String process) {
        suite.kill(process);
    }

    /** Stops a process as a deployment would. */
    public void stop(String process) {
        suite.stop(process);
    }

    /** Starts a process again that was killed or stopped, and returns when it is healthy. */
    public void restart(String process) {
        suite.restart(process);
    }

    /** Watches the resident memory of a process and its children from now on. */
    public MemoryWatch watchMemory(String process) {
        return MemoryWatch.of(suite.handle(process));
    }

    /** Does something while Kafka is down, then starts Kafka again. */
    public void withoutKafka(Runnable act) {
        suite.stopKafka();
        try {
            act.run();
        } finally {
            suite.startKafka();
        }
    }

    /** Does something while a service is down, then starts the service again. */
    public void without(String process, Runnable act) {
        suite.kill(process);
        try {
            act.run();
        } finally {
            suite.restart(process);
        }
    }
}
