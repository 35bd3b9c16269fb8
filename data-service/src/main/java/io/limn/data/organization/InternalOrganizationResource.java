package io.limn.data.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Asked and told by auth-service before it answers that an organization is deleted. */
@Path("/internal/organizations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalOrganizationResource {
    private final OrganizationObjects objects;

    InternalOrganizationResource(OrganizationObjects objects) {
        this.objects = objects;
    }

    /**
     * What belongs to an organization.
     *
     * @param objects how many
     */
    public record Holdings(long objects) {}

    /** How much belongs to an organization; shows as well that this service works. */
    @GET
    @Path("{id:\\d+}")
    public Holdings count(long id) {
        return new Holdings(objects.count(id));
    }

    /** What belonged to the organization belongs to none. */
    @DELETE
    @Path("{id:\\d+}")
    public void release(long id) {
        objects.release(id);
    }
}
