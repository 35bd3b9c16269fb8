package io.limn.task.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Told by auth-service before it answers that a user is deleted. */
@Path("/internal/users")
@RunOnVirtualThread
public class InternalPeopleResource {
    private final People people;

    InternalPeopleResource(People people) {
        this.people = people;
    }

    /** Whether a user could be deleted now: yes, with 204, as long as this service answers. */
    @GET
    @Path("{id:\\d+}")
    public void ask() {}

    /** What the user owned or was assigned to is nobody's from now on. */
    @DELETE
    @Path("{id:\\d+}")
    public void delete(long id) {
        people.remove(id);
    }
}
