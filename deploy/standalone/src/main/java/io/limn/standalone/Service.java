package io.limn.standalone;

import java.util.Locale;
import java.util.Optional;

/** The services of the suite with what the launcher has to know about each. */
enum Service {
    AUTH("auth-service", 8081, 9081, "limn_auth", 160),
    TASK("task-service", 8082, 9082, "limn_task", 288),
    DATA("data-service", 8083, 9083, "limn_data", 512),
    LAMBDA("lambda-service", 8084, 9084, "limn_lambda", 192),
    GATEWAY("gateway", 8080, 9080, null, 160);

    private final String folder;
    private final int port;
    private final int managementPort;
    private final String database;
    private final int heapMegabytes;

    Service(String folder, int port, int managementPort, String database, int heapMegabytes) {
        this.folder = folder;
        this.port = port;
        this.managementPort = managementPort;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    /** The module's folder, which is also the service's name in logs, tokens and consumer groups. */
    String folder() {
        return folder;
    }

    /** {@code auth}, {@code task}, …: the name in {@code --replicas} and in {@code limn.services.*}. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int preferredPort() {
        return port;
    }

    int preferredManagementPort() {
        return managementPort;
    }

    /** Empty for the gateway, which keeps nothing. */
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    static Optional<Service> named(String name) {
        for (Service service : values()) {
            if (service.shortName().equals(name) || service.folder.equals(name)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
