package io.limn.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

/**
 * PostgreSQL, Kafka and the services as one thing that starts and stops. Closing is allowed at any moment, also while another
 * thread still starts it, and returns when nothing runs any more.
 */
public final class Suite implements AutoCloseable {
    private final Options options;
    private final Installation installation;
    private final Folder folder;
    private final Administrator administrator;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final CompletableFuture<String> accident = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Fleet fleet = new Fleet(threads);
    private final Ports ports = new Ports();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Claim claim;
    private Jvm jvm;
    private Environments environments;
    private KafkaServer kafka;
    private CompletableFuture<PostgresServer> postgres;
    private URI address;
    private volatile boolean ready;

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
        threads.execute(() -> {
            if (DiskWatch.waitForFullDisk(folder, closing)) {
                accident.complete("The disk that holds " + folder.root() + " is full");
            }
        });
    }

    /** Where the gateway answers. */
    public URI address() {
        return address;
    }

    /** Where every gateway answers, the first one first. */
    public List<URI> addresses() {
        return fleet.processes().stream()
                .filter(process -> process.service() == Service.GATEWAY)
                .map(process -> URI.create("http://localhost:" + process.port()))
                .toList();
    }

    /** Where a process of a service answers other services, e.g. {@code data-service} or {@code data-service-2}. */
    public URI address(String name) {
        return URI.create(fleet.find(name).url());
    }

    /** The file with the private key of a service, by which it shows others who it is. */
    public Path serviceKey(String service) {
        return folder.keys().resolve(service + ".jwk.json");
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
        fleet.processes()
                .forEach(service ->
                        processes.put(service.name(), service.process().handle()));
        return processes;
    }

    /** A connection to the database of a service, as {@code limn_task}. */
    public Connection connect(String database) throws SQLException {
        PostgresServer server = await(postgres);
        return DriverManager.getConnection(server.url(database), server.user(), server.password());
    }

    /** Ends a process of a service as a crash would, e.g. {@code data-service} or {@code data-service-2}. */
    public void kill(String name) {
        fleet.find(name).process().kill();
    }

    /** Stops a process of a service as a deployment would. */
    public void stop(String name) {
        fleet.find(name).stop();
    }

    /** Starts a process of a service again on its ports and returns when it is healthy. */
    public void restart(String name) {
        ServiceProcess service = fleet.find(name);
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
            if (!closing.complete(null)) {
                closed.join();
                return;
            }
        }
        try {
            if (ready && fleet.endsSlowly()) {
                terminal.say(
                        "Stopping, which takes some seconds longer this time, so that the next start is quicker …");
            }
            fleet.stop();
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

    boolean isClosing() {
        return closing.isDone();
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
        fleet.plan(options, port, ports, installation, folder, terminal);
        int databasePort = ports.near(15432);
        kafka = new KafkaServer(jvm, installation, folder, ports, terminal);
        postgres = CompletableFuture.supplyAsync(() -> PostgresServer.start(folder, keys, databasePort), threads);
    }

    private void startAll(PostgresServer database) {
        PostgresServer.pid(folder.postgres().resolve("data"))
                .flatMap(ProcessHandle::of)
                .ifPresent(server ->
                        server.onExit().thenRun(() -> report("PostgreSQL has ended; see " + folder.log("postgres"))));
        watch(kafka.start());
        for (ServiceProcess service : fleet.processes()) {
            launch(service, database);
        }
        writeRunFile();
    }

    private void awaitAll() {
        CompletableFuture<Void> healthy = fleet.healthy(service -> {
            if (service == Service.AUTH) {
                administrator.created();
            }
        });
        await(CompletableFuture.anyOf(healthy, accident));
        if (accident.isDone()) {
            throw new StartFailure(accident.join() + ".");
        }
    }

    private synchronized void launch(ServiceProcess service, PostgresServer database) {
        refuseWhenClosing();
        Map<String, String> settings = environments.of(service, database, kafka, fleet.processes());
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

    private synchronized void writeRunFile() {
        List<RunFile.Entry> children = new ArrayList<>();
        if (kafka.process() != null) {
            children.add(RunFile.Entry.of("kafka", kafka.process().handle(), 0));
        }
        for (ServiceProcess service : fleet.processes()) {
            if (service.process() != null) {
                children.add(RunFile.Entry.of(service.name(), service.process().handle(), service.managementPort()));
            }
        }
        new RunFile(RunFile.Entry.of("limn", ProcessHandle.current(), 0), address.toString(), ready, children)
                .write(folder);
    }

    /** The running process of a service. */
    ProcessHandle handle(String name) {
        return fleet.find(name).process().handle();
    }

    private void refuseWhenClosing() {
        if (isClosing()) {
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
