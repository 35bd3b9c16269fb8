package io.limn.data.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/**
 * Shows clients how requests go on. A stream is a virtual thread that reads the request whenever it has changed. It ends
 * with the request, and after some minutes in any case: who then asks again is checked again.
 */
@ApplicationScoped
class RequestStreams {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Often enough for what stands between to keep a silent connection. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Requests requests;
    private final RequestChanges changes;
    private final ObjectMapper mapper;

    RequestStreams(Requests requests, RequestChanges changes, ObjectMapper mapper) {
        this.requests = requests;
        this.changes = changes;
        this.mapper = mapper;
    }

    /**
     * The states of a request from now on.
     *
     * @param links makes absolute links of paths
     */
    Multi<OutboundSseEvent> of(long number, UnaryOperator<String> links) {
        return Multi.createFrom().emitter(emitter -> {
            var watch = changes.watch(number);
            var thread = Thread.ofVirtual()
                    .name("request-stream-" + number)
                    .unstarted(() -> follow(number, links, watch, emitter));
            emitter.onTermination(thread::interrupt);
            thread.start();
        });
    }

    private void follow(
            long number,
            UnaryOperator<String> links,
            RequestChanges.Watch watch,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        try (watch) {
            long end = System.nanoTime() + LONGEST.toNanos();
            String last = null;
            while (!emitter.isCancelled() && System.nanoTime() < end) {
                var request = requests.current(number);
                if (request.isEmpty()) {
                    emitter.emit(event("gone", "{}"));
                    break;
                }
                var state = mapper.writeValueAsString(RequestView.of(request.get(), links));
                if (!state.equals(last)) {
                    emitter.emit(event("request", state));
                    last = state;
                }
                if (request.get().finishedDate() != null) {
                    break;
                }
                if (!watch.await(SILENCE)) {
                    emitter.emit(
                            new OutboundSseEventImpl.BuilderImpl().comment("").build());
                }
            }
            emitter.complete();
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        } catch (JsonProcessingException | RuntimeException fault) {
            emitter.fail(fault);
        }
    }

    private static OutboundSseEvent event(String name, String json) {
        return new OutboundSseEventImpl.BuilderImpl().name(name).data(json).build();
    }
}
