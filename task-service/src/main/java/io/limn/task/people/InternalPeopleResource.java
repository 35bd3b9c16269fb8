package io.limn.task.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/** Told by auth-service before it answers that a user is deleted. */
@Path("/internal/users")
@RunOnVirtualThread
public class InternalPeopleResource {
    private final People people;

    InternalPeopleResource(People people) {
        this.people = people;
    }

    /** What the user owned or was assigned to is nobody's from now on. */
    @DELETE
    @Path("{id:\\d+}")
    public void delete(long id) {
        people.remove(id);
    }
}
