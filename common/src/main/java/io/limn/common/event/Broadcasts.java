package io.limn.common.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.stream.Collectors;

/** Starts and stops the readers for handlers that want to see every event; in applications without a database too. */
@ApplicationScoped
public class Broadcasts {
    private final List<BroadcastConsumer> consumers;

    Broadcasts(KafkaClients clients, Topics topics, EventsConfig config, @Any Instance<EventHandler> handlers) {
        consumers = handlers.stream()
                .filter(EventHandler::broadcast)
                .collect(Collectors.groupingBy(EventHandler::topic))
                .entrySet()
                .stream()
                .map(entry -> new BroadcastConsumer(entry.getKey(), entry.getValue(), clients, topics, config))
                .toList();
    }

    /** Whether every reader has found its place: what is published from now on is seen. */
    public boolean areListening() {
        return consumers.stream().allMatch(BroadcastConsumer::isListening);
    }

    void start(@Observes StartupEvent started) {
        consumers.forEach(BroadcastConsumer::start);
    }

    void stop(@Observes ShutdownEvent stopped) {
        consumers.forEach(BroadcastConsumer::stop);
    }
}
