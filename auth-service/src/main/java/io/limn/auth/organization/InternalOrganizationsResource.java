package io.limn.auth.organization;

import io.limn.auth.membership.ActiveMemberships;
import io.limn.auth.membership.Membership;
import io.limn.common.api.ApiException;
import io.limn.common.identity.OrganizationDirectory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Organizations for other services, where a token does not say enough. */
@Path("/internal/organizations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalOrganizationsResource {
    private final OwnOrganizations organizations;
    private final ActiveMemberships memberships;

    InternalOrganizationsResource(OwnOrganizations organizations, ActiveMemberships memberships) {
        this.organizations = organizations;
        this.memberships = memberships;
    }

    /**
     * What a membership allows.
     *
     * @param slug  short name of the organization
     * @param role  worker, supervisor, maintainer or owner
     * @param owner whether the organization names the user as its owner
     */
    record Member(String slug, String role, boolean owner) {}

    /** An organization by its short name or by its id. */
    @GET
    public OrganizationDirectory.Known one(@QueryParam("slug") String slug, @QueryParam("id") Long id) {
        var found = slug != null
                ? organizations.bySlug(slug)
                : Optional.ofNullable(id).flatMap(organizations::byId);
        return found.orElseThrow(() -> ApiException.notFound("Organization"));
    }

    /** The active membership of a user. */
    @GET
    @Path("{id}/members/{user}")
    public Member member(@PathParam("id") long id, @PathParam("user") long user) {
        return memberships
                .of(user, id)
                .map(active -> new Member(active.slug(), Membership.name(active.role()), active.owner()))
                .orElseThrow(() -> ApiException.notFound("Membership"));
    }
}
