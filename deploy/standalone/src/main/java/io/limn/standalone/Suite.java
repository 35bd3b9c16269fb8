package io.limn.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * PostgreSQL, Kafka and the services as one thing that starts and stops. Closing is allowed at any moment, also while another
 * thread still starts it, and returns when nothing runs any more.
 */
public final class Suite implements AutoCloseable {
    private static final int REPLICA_PORTS = 8091;
    private static final int REPLICA_MANAGEMENT_PORTS = 9091;

    private final Options options;
    private final Installation installation;
    private final Folder folder;
    private final Administrator administrator;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final CompletableFuture<String> accident = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Ports ports = new Ports();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Claim claim;
    private Jvm jvm;
    private Environments environments;
    private KafkaServer kafka;
    private CompletableFuture<PostgresServer> postgres;
    private URI address;
    private volatile boolean ready;
    private boolean closing;

    /** @param terminal takes what a person should read: progress, warnings, errors */
    public Suite(Options options, Map<String, String> environment, Consumer<String> terminal) {
        this.options = options;
        this.installation = Installation.current();
        this.folder = new Folder(options.data());
        this.administrator = Administrator.of(options, folder, environment);
        this.environment = environment;
        this.terminal = new Terminal(terminal);
    }

    /**
     * Returns when every service is healthy.
     *
     * @throws StartFailure when something is in the way; the caller closes the suite then
     */
    public void start() {
        Logging.warningsOnly();
        for (Service service : Service.values()) {
            installation.application(service);
        }
        folder.prepare();
        prepareInfrastructure();
        PostgresServer database = await(postgres);
        startAll(database);
        awaitAll();
        ready = true;
        terminal.started();
        writeRunFile();
        // Unpacking the database's programs took memory that is not needed again.
        System.gc();
    }

    /** Where the gateway answers. */
    public URI address() {
        return address;
    }

    /** How to log in, with the password when it was made up by this start. */
    public String login() {
        return administrator.login();
    }

    /** Name and password of the first administrator; empty when this start was not told and did not make it up. */
    public Optional<String> administratorPassword() {
        return administrator.password();
    }

    public String administratorName() {
        return administrator.name();
    }

    public Path logs() {
        return folder.logs();
    }

    /** Done with a sentence when a part has ended that should run. */
    public CompletableFuture<String> accident() {
        return accident;
    }

    /** Every process of the suite by its name, without this one. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        PostgresServer.pid(folder.postgres().resolve("data"))
                .flatMap(ProcessHandle::of)
                .ifPresent(server -> processes.put("postgres", server));
        processes.put("kafka", kafka.process().handle());
        services.forEach(
                service -> processes.put(service.name(), service.process().handle()));
        return processes;
    }

    /** Ends a process of a service as a crash would, e.g. {@code data-service} or {@code data-service-2}. */
    public void kill(String name) {
        find(name).process().kill();
    }

    /** Stops a process of a service as a deployment would. */
    public void stop(String name) {
        find(name).stop();
    }

    /** Starts a process of a service again on its ports and returns when it is healthy. */
    public void restart(String name) {
        ServiceProcess service = find(name);
        launch(service, await(postgres));
        HealthGate.await(service);
        writeRunFile();
    }

    public void stopKafka() {
        kafka.stop();
    }

    /** Ends the broker as a crash would. */
    public void killKafka() {
        kafka.process().kill();
    }

    public void startKafka() {
        watch(kafka.start());
        writeRunFile();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                closed.join();
                return;
            }
            closing = true;
        }
        try {
            if (ready && services.stream().anyMatch(ServiceProcess::endsSlowly)) {
                terminal.say(
                        "Stopping, which takes some seconds longer this time, so that the next start is quicker …");
            }
            stopServices(service -> service == Service.GATEWAY);
            stopServices(service -> service != Service.GATEWAY);
            if (kafka != null && kafka.process() != null) {
                kafka.stop();
            }
            if (postgres != null) {
                postgres.handle((server, failure) -> server)
                        .thenAccept(server -> {
                            if (server != null) {
                                server.close();
                            }
                        })
                        .join();
            }
            if (claim != null) {
                RunFile.delete(folder);
                claim.close();
            }
        } finally {
            ports.close();
            threads.close();
            closed.complete(null);
        }
    }

    synchronized boolean isClosing() {
        return closing;
    }

    /** The database takes longest at a first start, so the broker starts beside it. */
    private synchronized void prepareInfrastructure() {
        refuseWhenClosing();
        claim = Claim.on(folder);
        Orphans.stop(folder, terminal);
        int port = options.port() == 0 ? ports.near(18080) : ports.exactly(options.host(), options.port());
        address = URI.create("http://localhost:" + port);
        Keys keys = Keys.in(folder.keys());
        jvm = new Jvm(folder);
        environments = new Environments(options, folder, keys, administrator, environment);
        for (Service service : Service.values()) {
            int own = service == Service.GATEWAY ? port : ports.near(service.preferredPort());
            add(service, 1, own, ports.near(service.preferredManagementPort()));
        }
        for (Service service : Service.values()) {
            for (int replica = 2; replica <= options.replicas(service); replica++) {
                add(service, replica, ports.near(REPLICA_PORTS), ports.near(REPLICA_MANAGEMENT_PORTS));
            }
        }
        int databasePort = ports.near(15432);
        kafka = new KafkaServer(jvm, installation, folder, ports, terminal);
        postgres = CompletableFuture.supplyAsync(() -> PostgresServer.start(folder, keys, databasePort), threads);
    }

    private void add(Service service, int replica, int port, int managementPort) {
        services.add(new ServiceProcess(service, replica, port, managementPort, installation, folder, terminal));
    }

    private void startAll(PostgresServer database) {
        PostgresServer.pid(folder.postgres().resolve("data"))
                .flatMap(ProcessHandle::of)
                .ifPresent(server ->
                        server.onExit().thenRun(() -> report("PostgreSQL has ended; see " + folder.log("postgres"))));
        watch(kafka.start());
        for (ServiceProcess service : services) {
            launch(service, database);
        }
        writeRunFile();
    }

    private void awaitAll() {
        List<CompletableFuture<Void>> gates = services.stream()
                .map(service -> CompletableFuture.runAsync(
                        () -> {
                            HealthGate.await(service);
                            if (service.service() == Service.AUTH) {
                                administrator.created();
                            }
                        },
                        threads))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(gates.toArray(CompletableFuture[]::new));
        gates.forEach(gate -> gate.exceptionally(failure -> {
            all.completeExceptionally(failure);
            return null;
        }));
        await(CompletableFuture.anyOf(all, accident));
        if (accident.isDone()) {
            throw new StartFailure(accident.join() + ".");
        }
    }

    private synchronized void launch(ServiceProcess service, PostgresServer database) {
        refuseWhenClosing();
        Map<String, String> settings = environments.of(service, database, kafka, services);
        folder.writeSettings(service.name(), settings);
        watch(service.start(jvm, settings));
    }

    private void watch(ChildProcess child) {
        child.death().thenAccept(dead -> report(dead.obituary()));
    }

    private void report(String sentence) {
        if (!isClosing()) {
            accident.complete(
                    folder.isFull() ? "The disk that holds " + folder.root() + " is full: " + sentence : sentence);
        }
    }

    private void stopServices(Predicate<Service> which) {
        List<ServiceProcess> running = services.stream()
                .filter(service -> which.test(service.service()))
                .filter(service ->
                        service.process() != null && service.process().isAlive())
                .toList();
        running.forEach(service -> service.process().expectEnd());
        CompletableFuture.allOf(running.stream()
                        .map(service -> CompletableFuture.runAsync(service::stop, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private synchronized void writeRunFile() {
        List<RunFile.Entry> children = new ArrayList<>();
        if (kafka.process() != null) {
            children.add(RunFile.Entry.of("kafka", kafka.process().handle(), 0));
        }
        for (ServiceProcess service : services) {
            if (service.process() != null) {
                children.add(RunFile.Entry.of(service.name(), service.process().handle(), service.managementPort()));
            }
        }
        new RunFile(RunFile.Entry.of("limn", ProcessHandle.current(), 0), address.toString(), ready, children)
                .write(folder);
    }

    /** The running process of a service. */
    ProcessHandle handle(String name) {
        return find(name).process().handle();
    }

    private ServiceProcess find(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process is called " + name));
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw new StartFailure("The start was interrupted.");
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure(e.getCause().toString(), e);
        }
    }
}
