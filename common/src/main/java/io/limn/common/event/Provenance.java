package io.limn.common.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Who and what caused an event or a piece of background work. Handlers and workers run with the provenance of what
 * they work on, so that the events they write carry it on.
 *
 * @param actor        user, {@code null} for none
 * @param organization workspace of the request, {@code null} for none
 * @param requestId    id of the request
 * @param origin       public address of the request
 * @param traceparent  trace context of W3C
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Provenance(Long actor, Long organization, String requestId, String origin, String traceparent) {
    /** Nothing is known. */
    public static final Provenance NONE = new Provenance(null, null, null, null, null);

    private static final ScopedValue<Provenance> CURRENT = ScopedValue.newInstance();

    /** An operation that may fail. */
    @FunctionalInterface
    public interface Operation {
        /** Does it. */
        void run() throws Exception;
    }

    /** Runs an operation of which this is the provenance; it takes precedence over that of a request. */
    public void during(Operation operation) throws Exception {
        ScopedValue.where(CURRENT, this).call(() -> {
            operation.run();
            return null;
        });
    }

    /** What {@link #during} has set for this thread. */
    public static Optional<Provenance> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
