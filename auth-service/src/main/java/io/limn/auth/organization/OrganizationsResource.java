package io.limn.auth.organization;

import io.limn.auth.holder.Holders;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Organizations as the API shows them. */
@Path("/api/organizations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class OrganizationsResource {
    private static final ListSpec LIST = ListSpec.from("organization o LEFT JOIN users u ON u.id = o.owner_id")
            .id("o.id")
            .text("name", "o.name")
            .text("owner", "u.username")
            .text("slug", "o.slug")
            .search("name", "owner", "slug")
            .simple("name", "owner", "slug");
    private static final List<String> HOLDERS = List.of("task", "data");

    private final Organizations organizations;
    private final OrganizationAccess access;
    private final Holders holders;
    private final Caller caller;
    private final Bodies bodies;
    private final Lists lists;
    private final Links links;

    OrganizationsResource(
            Organizations organizations,
            OrganizationAccess access,
            Holders holders,
            Caller caller,
            Bodies bodies,
            Lists lists,
            Links links) {
        this.organizations = organizations;
        this.access = access;
        this.holders = holders;
        this.caller = caller;
        this.bodies = bodies;
        this.lists = lists;
        this.links = links;
    }

    /** The organizations that the caller owns or is an active member of, all for administrators. */
    @GET
    public Page<OrganizationForm> list(HttpServerRequest request) {
        // The workspace that is named does not narrow this list, yet a wrong one is an error here too.
        caller.organization();
        return lists.page(ListQuery.of(request, LIST), access.visible(), this::forms);
    }

    private List<OrganizationForm> forms(List<Long> ids) {
        var found = organizations.find(ids).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(this::form)
                .toList();
    }

    /** Founds an organization. */
    @POST
    @Idempotent
    public Response create(InputStream body) {
        access.requireCreate();
        var founding = OrganizationChange.founding(bodies.object(body));
        var organization = organizations.found(founding, caller.principal().id());
        return Response.status(201).entity(form(organization)).build();
    }

    /** One organization. */
    @GET
    @Path("{id}")
    public OrganizationForm one(@PathParam("id") long id) {
        caller.organization();
        return form(access.require(id, "view"));
    }

    /** Changes an organization. */
    @PATCH
    @Path("{id}")
    public OrganizationForm change(@PathParam("id") long id, InputStream body) {
        caller.organization();
        access.require(id, "update");
        var change = OrganizationChange.of(bodies.object(body));
        return form(organizations.change(id, change, this::form));
    }

    /** Ends an organization. What belongs to it becomes its owners' own before the answer. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") long id) {
        caller.organization();
        access.require(id, "delete");
        organizations.requireSeen(id, this::form);
        holders.release(HOLDERS, "/internal/organizations/" + id);
        organizations.delete(id);
    }

    private OrganizationForm form(Organization organization) {
        return OrganizationForm.of(organization, links);
    }
}
