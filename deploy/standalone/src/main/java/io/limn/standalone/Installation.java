package io.limn.standalone;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built services lie: the root of the source tree. */
final class Installation {
    private final Path home;

    Installation(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** The tree named by the system property {@code limn.home}, else the working directory. */
    static Installation current() {
        return new Installation(Path.of(System.getProperty("limn.home", "")));
    }

    Path home() {
        return home;
    }

    /**
     * The folder {@code quarkus-app} of a service.
     *
     * @throws StartFailure when the service has not been built
     */
    Path application(Service service) {
        Path application = home.resolve(service.folder()).resolve("target/quarkus-app");
        if (!Files.isRegularFile(application.resolve("quarkus-run.jar"))) {
            throw new StartFailure(service.folder() + " is not built: " + application
                    + " is missing; run ./mvnw package -DskipTests.");
        }
        return application;
    }

    /** Where class archives lie, which a clean build removes together with the jars they belong to. */
    Path archives() {
        return home.resolve("deploy/standalone/target/class-archives");
    }
}
