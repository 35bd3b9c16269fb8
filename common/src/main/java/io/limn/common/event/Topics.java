package io.limn.common.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are absent; the broker does not do it, because it would not know how many partitions they need. */
@ApplicationScoped
class Topics {
    private final KafkaClients clients;
    private final EventsConfig config;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Topics(KafkaClients clients, EventsConfig config) {
        this.clients = clients;
        this.config = config;
    }

    /** Topic for events that a consumer cannot apply. */
    static String dead(String topic) {
        return topic + ".dead";
    }

    /**
     * Makes a topic unless it exists.
     *
     * @throws KafkaException when the broker does not answer or refuses
     */
    void ensure(String name) {
        if (known.contains(name)) {
            return;
        }
        try (var admin = clients.admin()) {
            var topic = new NewTopic(name, config.partitions(), config.replication()).configs(settings(name));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("The topic %s could not be made".formatted(name), failure.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(stopped);
        }
        known.add(name);
    }

    private Map<String, String> settings(String name) {
        return config.compacted().contains(name)
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(config.retention().toMillis()));
    }
}
