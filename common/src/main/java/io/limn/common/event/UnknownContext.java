package io.limn.common.event;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** For applications that have no bean which knows the caller. */
@ApplicationScoped
@DefaultBean
class UnknownContext implements EventContext {
    @Override
    public Provenance provenance() {
        return Provenance.NONE;
    }
}
