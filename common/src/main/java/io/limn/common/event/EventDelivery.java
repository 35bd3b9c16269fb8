package io.limn.common.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Applies one record by each handler that wants it, or buries it. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class EventDelivery {
    private static final Logger LOG = Logger.getLogger(EventDelivery.class);
    private static final int CAUSES = 16;

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final String group;

    EventDelivery(
            Inbox inbox,
            DeadLetters deadLetters,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "limn") String group) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.group = group;
    }

    /**
     * Applies a record. When this returns, every handler has applied it, had applied it before or never will.
     *
     * @throws Exception when it has to be tried again
     */
    void deliver(ConsumerRecord<String, byte[]> message, List<EventHandler> handlers) throws Exception {
        Event event;
        try {
            event = EventCodec.read(message);
        } catch (UnprocessableEventException undecodable) {
            bury(message, DeadLetters.address(group, DeadLetters.EVERY_HANDLER), undecodable);
            return;
        }
        for (var handler : handlers) {
            var name = DeadLetters.address(group, name(handler));
            var wanted = handler.types().isEmpty() || handler.types().contains(event.type());
            if (!wanted || !DeadLetters.isAddressed(message, group, name)) {
                continue;
            }
            try {
                event.provenance().during(() -> apply(handler, name, event));
            } catch (Exception failure) {
                if (!isHopeless(failure)) {
                    throw failure;
                }
                bury(message, name, failure);
            }
        }
    }

    private void apply(EventHandler handler, String name, Event event) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            boolean applied = QuarkusTransaction.requiringNew().call(() -> {
                boolean first = inbox.record(name, event.id());
                if (first) {
                    handler.handle(event);
                }
                return first;
            });
            if (applied) {
                meters.counter("limn.events.consumed", "topic", handler.topic()).increment();
            }
        } finally {
            request.terminate();
        }
    }

    private void bury(ConsumerRecord<String, byte[]> message, String handler, Exception failure) {
        LOG.errorf(
                failure,
                "An event of %s at %d-%d becomes a dead letter of %s",
                message.topic(),
                message.partition(),
                message.offset(),
                handler);
        deadLetters.send(message, handler, reason(failure));
        meters.counter("limn.events.dead", "topic", message.topic()).increment();
    }

    private static boolean isHopeless(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (cause instanceof UnprocessableEventException || cause instanceof JsonProcessingException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof UnprocessableEventException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The class of the handler, without what the container puts around it. */
    private static String name(EventHandler handler) {
        var type = ClientProxy.unwrap(handler).getClass();
        return (type.getSimpleName().endsWith("_Subclass") ? type.getSuperclass() : type).getSimpleName();
    }
}
