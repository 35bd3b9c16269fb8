package io.limn.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single Kafka broker that is its own controller, in a process of its own. It ends when it is told to or when its standard input
 * ends, which happens when the launcher is gone. Arguments: port, controller port, folder.
 */
final class KafkaMain {
    /** Printed once the broker takes requests. */
    static final String READY = "Kafka is ready";

    private static final String CONTROLLER = "CONTROLLER";

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        Logging.warningsOnly();
        Path folder = Path.of(arguments[2]);
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(settings(arguments[0], arguments[1], folder), false), Time.SYSTEM);
        server.startup();
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.shutdown();
                            server.awaitShutdown();
                            end.countDown();
                        },
                        "stop"));
        System.out.println(READY);
        waitForEndOfInput();
        System.exit(0);
    }

    private static Properties settings(String port, String controllerPort, Path folder) {
        Properties settings = new Properties();
        String listeners = "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "listeners",
                listeners,
                "advertised.listeners",
                listeners,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "log.dirs",
                folder.toString(),
                "auto.create.topics.enable",
                "false"));
        // One broker holds every copy there is.
        for (String name : new String[] {
            "default.replication.factor",
            "min.insync.replicas",
            "offsets.topic.replication.factor",
            "offsets.topic.num.partitions",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "transaction.state.log.num.partitions",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr",
            "share.coordinator.state.topic.num.partitions"
        }) {
            settings.put(name, "1");
        }
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        // After a kill the controller waits for the old session of the broker to lapse.
        settings.put("broker.session.timeout.ms", "1500");
        settings.put("broker.heartbeat.interval.ms", "300");
        return settings;
    }

    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }

    private static void waitForEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is sent: the end of the stream is the message
        }
    }
}
