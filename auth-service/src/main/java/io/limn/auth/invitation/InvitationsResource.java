package io.limn.auth.invitation;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.idempotency.Idempotent;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Invitations as the API shows them. */
@Path("/api/invitations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InvitationsResource {
    private static final ListSpec LIST = ListSpec.from(
                    "invitation i JOIN membership m ON m.id = i.membership_id LEFT JOIN users u ON u.id = i.owner_id")
            .id("i.id")
            .text("owner", "u.username")
            .field("user_id", "m.user_id", Field.Type.INTEGER)
            .field("accepted", "m.is_active", Field.Type.BOOLEAN)
            .field("created_date", "i.created_date", Field.Type.TIMESTAMP)
            .search("owner")
            .simple("owner")
            .order("-created_date");

    private final InvitationAccess access;
    private final InvitationForms forms;
    private final InvitationRows rows;
    private final Inviting inviting;
    private final Caller caller;
    private final Bodies bodies;
    private final Lists lists;

    InvitationsResource(
            InvitationAccess access,
            InvitationForms forms,
            InvitationRows rows,
            Inviting inviting,
            Caller caller,
            Bodies bodies,
            Lists lists) {
        this.access = access;
        this.forms = forms;
        this.rows = rows;
        this.inviting = inviting;
        this.caller = caller;
        this.bodies = bodies;
        this.lists = lists;
    }

    /** Invitations that the caller sent or got, and all of an organization for those who maintain it. */
    @GET
    public Page<InvitationForm> list(HttpServerRequest request) {
        var visible = access.visible();
        return lists.page(ListQuery.of(request, LIST), visible, forms::of);
    }

    /** Invites somebody into the organization that the request names. */
    @POST
    @Idempotent
    public Response create(InputStream body) {
        caller.organization();
        var input = bodies.object(body);
        long organization = access.requireCreate(InvitationOffer.role(input));
        var invitation = inviting.invite(
                InvitationOffer.of(input), organization, caller.principal().id());
        return Response.status(201).entity(forms.of(invitation)).build();
    }

    /** One invitation. */
    @GET
    @Path("{key}")
    public InvitationForm one(@PathParam("key") String key) {
        return forms.of(access.require(key, "view"));
    }

    /** Removes an invitation; the membership stays. */
    @DELETE
    @Path("{key}")
    public void remove(@PathParam("key") String key) {
        rows.remove(access.require(key, "delete"), forms::of);
    }
}
