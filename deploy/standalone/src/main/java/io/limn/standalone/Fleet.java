package io.limn.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The processes of all services, replicas included, in the order of {@link Service} with further replicas at the end. */
final class Fleet {
    private static final int REPLICA_PORTS = 8091;
    private static final int REPLICA_MANAGEMENT_PORTS = 9091;

    private final List<ServiceProcess> processes = new ArrayList<>();
    private final Executor threads;

    Fleet(Executor threads) {
        this.threads = threads;
    }

    /**
     * Gives every process its ports.
     *
     * @param port of the gateway
     */
    void plan(Options options, int port, Ports ports, Installation installation, Folder folder, Terminal terminal) {
        for (Service service : Service.values()) {
            int own = service == Service.GATEWAY ? port : ports.near(service.preferredPort());
            int management = ports.near(service.preferredManagementPort());
            processes.add(new ServiceProcess(service, 1, own, management, installation, folder, terminal));
        }
        for (Service service : Service.values()) {
            for (int replica = 2; replica <= options.replicas(service); replica++) {
                int own = ports.near(REPLICA_PORTS);
                int management = ports.near(REPLICA_MANAGEMENT_PORTS);
                processes.add(new ServiceProcess(service, replica, own, management, installation, folder, terminal));
            }
        }
    }

    List<ServiceProcess> processes() {
        return processes;
    }

    /** @throws IllegalArgumentException when nothing is called so */
    ServiceProcess find(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process is called " + name));
    }

    /**
     * Done when all are healthy, or failed as soon as one cannot be.
     *
     * @param healthy is told of each
     */
    CompletableFuture<Void> healthy(Consumer<Service> healthy) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        List<CompletableFuture<Void>> gates = processes.stream()
                .map(process -> CompletableFuture.runAsync(
                        () -> {
                            HealthGate.await(process);
                            healthy.accept(process.service());
                        },
                        threads))
                .toList();
        for (CompletableFuture<Void> gate : gates) {
            gate.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        CompletableFuture.allOf(gates.toArray(CompletableFuture[]::new)).thenRun(() -> all.complete(null));
        return all;
    }

    /** Whether the end of one takes longer because it writes an archive for later starts. */
    boolean endsSlowly() {
        return processes.stream().anyMatch(ServiceProcess::endsSlowly);
    }

    /** Stops the gateway and then, side by side, the rest, so that nobody is answered by half a suite. */
    void stop() {
        stop(service -> service == Service.GATEWAY);
        stop(service -> service != Service.GATEWAY);
    }

    private void stop(Predicate<Service> which) {
        List<ServiceProcess> running = processes.stream()
                .filter(process -> which.test(process.service()))
                .filter(process ->
                        process.process() != null && process.process().isAlive())
                .toList();
        running.forEach(process -> process.process().expectEnd());
        CompletableFuture.allOf(running.stream()
                        .map(process -> CompletableFuture.runAsync(process::stop, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
