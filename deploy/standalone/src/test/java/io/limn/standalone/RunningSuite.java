package io.limn.standalone;

import io.limn.standalone.client.ApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged suite while it runs for tests: clients that are logged in, and means to break parts of it. */
public final class RunningSuite {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final String PASSWORD = "Marsh-Harrier-52";

    private final Suite suite;
    private final Path data;
    private volatile ApiClient administrator;

    RunningSuite(Suite suite, Path data) {
        this.suite = suite;
        this.data = data;
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

    public synchronized ApiClient administrator() {
        if (administrator == null) {
            administrator = nobody().login(
                            suite.administratorName(),
                            suite.administratorPassword().orElseThrow());
        }
        return administrator;
    }

    /** A user of its own for one test. */
    public ApiClient newUser() {
        String name = "user-" + ProcessHandle.current().pid() + "-" + USERS.incrementAndGet();
        return nobody().register(name, PASSWORD);
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
