package io.limn.standalone;

import java.time.Duration;
import java.time.Instant;

/** {@code ./limn up}: runs the suite in the foreground until Ctrl-C, or until a part of it dies. */
final class Up {
    private Up() {}

    static int run(Options options) {
        Instant begin = Instant.now();
        Suite suite = new Suite(options, System.getenv(), System.err::println);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
        try {
            System.out.println("Starting PostgreSQL, Kafka and the services on " + options.data() + " …");
            suite.start();
            System.out.printf(
                    "Limn is ready at %s: %s (started in %.1f s; Ctrl-C stops it)%n",
                    suite.address(),
                    suite.login(),
                    Duration.between(begin, Instant.now()).toMillis() / 1000.0);
            throw new StartFailure(suite.accident().join() + ".");
        } catch (StartFailure e) {
            if (suite.isClosing()) {
                // Ctrl-C: the hook stops everything and the failure is only its echo.
                suite.close();
                return 0;
            }
            System.err.println("limn: " + e.getMessage());
            suite.close();
            return 1;
        }
    }
}
