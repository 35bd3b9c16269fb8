package io.limn.common.identity;

import io.limn.common.event.EventContext;
import io.limn.common.event.Provenance;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Events and background work carry who caused them: the caller of the request at hand. */
@ApplicationScoped
class CallerProvenance implements EventContext {
    private final Caller caller;

    CallerProvenance(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Provenance provenance() {
        if (!Arc.container().requestContext().isActive()) {
            return Provenance.NONE;
        }
        return new Provenance(
                caller.user().map(Principal::id).orElse(null),
                caller.workspace(),
                caller.requestId(),
                caller.origin(),
                caller.traceparent());
    }
}
