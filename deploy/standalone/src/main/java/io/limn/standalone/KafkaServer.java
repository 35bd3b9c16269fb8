package io.limn.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The broker's process as the launcher sees it. Its ports and data stay the same when it is stopped and started again. */
final class KafkaServer {
    private static final int HEAP_MEGABYTES = 256;
    private static final int START_SECONDS = 60;

    private final Jvm jvm;
    private final ClassPath classPath;
    private final ClassArchive archive;
    private final int controllerPort;
    private final Folder folder;
    private final int port;
    private final Terminal terminal;
    private volatile ChildProcess process;

    KafkaServer(Jvm jvm, Installation installation, Folder folder, Ports ports, Terminal terminal) {
        this.jvm = jvm;
        this.folder = folder;
        this.terminal = terminal;
        this.port = ports.near(19092);
        this.controllerPort = ports.near(19093);
        this.classPath = ClassPath.own();
        this.archive = ClassArchive.of("kafka", classPath, installation.archives());
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    ChildProcess process() {
        return process;
    }

    /** Returns when the broker takes requests. */
    ChildProcess start() {
        ChildLog log = new ChildLog("kafka", folder.log("kafka"), KafkaMain.READY, terminal);
        ChildProcess started = ChildProcess.start("kafka", command(), Map.of("MALLOC_ARENA_MAX", "2"), log);
        process = started;
        try {
            CompletableFuture.anyOf(log.ready(), started.handle().onExit()).get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            started.stop();
            throw new StartFailure(
                    "Kafka did not start within " + START_SECONDS + " s; see " + folder.log("kafka") + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
        if (!started.isAlive()) {
            throw new StartFailure(started.obituary() + "; see " + folder.log("kafka") + ".");
        }
        return started;
    }

    /** Whether its end takes longer because it writes a class archive for later starts. */
    boolean endsSlowly() {
        return archive.isAwaited();
    }

    /** Asks it to end and returns when it has. */
    void stop() {
        process.stop();
        archive.publish();
    }

    private List<String> command() {
        return jvm.command(
                "kafka",
                HEAP_MEGABYTES,
                classPath,
                archive,
                KafkaMain.class.getName(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                folder.kafka().toString());
    }
}
