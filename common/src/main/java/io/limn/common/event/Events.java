package io.limn.common.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts and stops the relay and the consumers of a service. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class Events {
    private final EventsConfig config;
    private final OutboxRelay relay;
    private final List<EventConsumer> consumers = new ArrayList<>();

    Events(
            EventsConfig config,
            OutboxRelay relay,
            EventDelivery delivery,
            KafkaClients clients,
            Topics topics,
            MeterRegistry meters,
            @Any Instance<EventHandler> handlers,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "limn") String group) {
        this.config = config;
        this.relay = relay;
        handlers.stream()
                .filter(handler -> !handler.broadcast())
                .collect(Collectors.groupingBy(EventHandler::topic))
                .forEach((topic, ofTopic) -> consumers.add(
                        new EventConsumer(topic, group, ofTopic, delivery, clients, topics, config, meters)));
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            relay.start();
            consumers.forEach(EventConsumer::start);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (config.enabled()) {
            consumers.forEach(EventConsumer::stop);
            relay.stop();
        }
    }
}
