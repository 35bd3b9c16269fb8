package io.limn.common.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells other services that this one answers: they ask before they begin what needs several services. */
@Path("/internal/presence")
@RunOnVirtualThread
public class PresenceResource {
    /** Says so, with 204. */
    @GET
    public void here() {}
}
