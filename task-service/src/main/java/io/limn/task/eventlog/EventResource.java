package io.limn.task.eventlog;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What clients report of their users' work. */
@Path("/api/events")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class EventResource {
    private final ClientEvents events;
    private final EventStore store;
    private final Bodies bodies;
    private final Caller caller;

    EventResource(ClientEvents events, EventStore store, Bodies bodies, Caller caller) {
        this.events = events;
        this.store = store;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** Takes a report; access tokens are for programs, which have nothing to report. */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public ClientEvents.Report add(InputStream body) {
        if (caller.principal().signIn() == Principal.SignIn.ACCESS_TOKEN) {
            throw ApiException.forbidden();
        }
        var report = events.read(bodies.object(body));
        store.add(caller.principal().id(), report.timestamp(), report.events());
        return report;
    }
}
