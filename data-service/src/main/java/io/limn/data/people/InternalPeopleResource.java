package io.limn.data.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Told by auth-service before it answers that a user is deleted. */
@Path("/internal/users")
@RunOnVirtualThread
public class InternalPeopleResource {
    private final FormerUsers former;

    InternalPeopleResource(FormerUsers former) {
        this.former = former;
    }

    /** Whether a user could be deleted now: yes, with 204, as long as this service answers. */
    @GET
    @Path("{id:\\d{1,18}}")
    public void ask() {}

    /** Nothing is kept for the user from now on. Safe to repeat. */
    @DELETE
    @Path("{id:\\d{1,18}}")
    public void delete(@PathParam("id") long id) {
        former.forget(id);
    }
}
