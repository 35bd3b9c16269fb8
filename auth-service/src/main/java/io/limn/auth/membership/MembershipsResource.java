package io.limn.auth.membership;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/** Memberships as the API shows them. */
@Path("/api/memberships")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class MembershipsResource {
    private static final ListSpec LIST = ListSpec.from("membership m JOIN users u ON u.id = m.user_id")
            .id("m.id")
            .text("user", "u.username")
            .choice("role", "m.role", MembershipChanges.ROLES)
            .search("user", "role")
            .simple("user", "role");

    private final Memberships memberships;
    private final MembershipChanges changes;
    private final MembershipAccess access;
    private final MembershipForms forms;
    private final Caller caller;
    private final Bodies bodies;
    private final Lists lists;

    MembershipsResource(
            Memberships memberships,
            MembershipChanges changes,
            MembershipAccess access,
            MembershipForms forms,
            Caller caller,
            Bodies bodies,
            Lists lists) {
        this.memberships = memberships;
        this.changes = changes;
        this.access = access;
        this.forms = forms;
        this.caller = caller;
        this.bodies = bodies;
        this.lists = lists;
    }

    /** The caller's active memberships, or those of the organization that the request names. */
    @GET
    public Page<MembershipForm> list(HttpServerRequest request) {
        var visible = access.visible();
        return lists.page(ListQuery.of(request, LIST), visible, forms::of);
    }

    /** One membership. */
    @GET
    @Path("{id}")
    public MembershipForm one(@PathParam("id") long id) {
        caller.organization();
        var membership = memberships.find(id).orElseThrow(() -> ApiException.notFound("Membership"));
        access.require(membership, "view");
        return forms.of(membership);
    }

    /** Changes the role of a member. */
    @PATCH
    @Path("{id}")
    public MembershipForm change(@PathParam("id") long id, InputStream body) {
        caller.organization();
        return forms.of(changes.change(id, bodies.object(body), forms::of));
    }

    /** Ends a membership. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") long id) {
        caller.organization();
        changes.remove(id, forms::of);
    }
}
