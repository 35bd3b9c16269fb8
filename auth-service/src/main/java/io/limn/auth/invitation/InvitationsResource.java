package io.limn.auth.invitation;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.OrganizationContext;
import io.limn.common.identity.Principal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;

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

    private final DecisionTable rules = DecisionTable.load("permissions/invitations.csv");
    private final Invitations invitations;
    private final Caller caller;
    private final Lists lists;

    InvitationsResource(Invitations invitations, Caller caller, Lists lists) {
        this.invitations = invitations;
        this.caller = caller;
        this.lists = lists;
    }

    /** Invitations that the caller sent or got, and all of an organization for those who maintain it. */
    @GET
    public Page<InvitationForm> list(HttpServerRequest request) {
        var visible = visible(caller.principal(), caller.organization());
        return lists.page(ListQuery.of(request, LIST), visible, invitations::forms);
    }

    private Sql visible(Principal reader, OrganizationContext context) {
        if (!rules.allows("list", reader, context.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
        boolean all = reader.isAdmin()
                || context.isOrganization() && rules.allows("view", reader, context.organization(), Set.of());
        var seen = all ? Sql.TRUE : Sql.of("(i.owner_id = ? OR m.user_id = ?)", reader.id(), reader.id());
        return switch (context.kind()) {
            case PERSONAL -> Sql.FALSE;
            case NOT_GIVEN -> seen;
            case ORGANIZATION -> seen.and(Sql.of("m.organization_id = ?", context.organization()));
        };
    }
}
