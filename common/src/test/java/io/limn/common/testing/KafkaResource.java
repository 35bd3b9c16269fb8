package io.limn.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real Kafka broker, started once per JVM. Topics outlive the application under test. */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    /** Nothing: the broker ends with the JVM. */
    @Override
    public void stop() {}

    /** Address of the broker; starts it when that has not been done. */
    public static String bootstrapServers() {
        return command("address");
    }

    /** Stops the broker; its ports and its data stay. */
    public static void stopBroker() {
        command("stop");
    }

    /** Starts the broker again; returns when it takes requests. */
    public static void startBroker() {
        command("start");
    }

    /** The broker belongs to the class loader that came first; the others speak to it in words. */
    private static String command(String word) {
        UnaryOperator<String> broker = JvmWide.once("kafka", () -> {
            var started = new KafkaBroker();
            started.start();
            UnaryOperator<String> commands = command -> {
                switch (command) {
                    case "stop" -> started.stop();
                    case "start" -> started.start();
                    default -> {}
                }
                return started.bootstrapServers();
            };
            return commands;
        });
        return broker.apply(word);
    }
}
