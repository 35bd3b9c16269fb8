package io.limn.auth.invitation;

import io.limn.auth.membership.Membership;
import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Role;
import io.limn.common.identity.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what with invitations. They are looked for in the workspace that the request names; what is found may be
 * used as the organization of the invitation has it.
 */
@ApplicationScoped
class InvitationAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/invitations.csv");
    private static final Visibility VISIBILITY = new Visibility(
            TABLE,
            "view",
            "i.id",
            "m.organization_id",
            Map.of(
                    "owner", user -> Sql.of("SELECT id FROM invitation WHERE owner_id = ?", user),
                    "invitee",
                            user -> Sql.of(
                                    "SELECT v.id FROM invitation v JOIN membership w ON w.id = v.membership_id"
                                            + " WHERE w.user_id = ?",
                                    user)));

    private final Invitations invitations;
    private final Caller caller;

    InvitationAccess(Invitations invitations, Caller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    /**
     * The condition on {@code invitation i} and {@code membership m} for lists.
     *
     * @throws ApiException 403 for a stranger to the organization that is named
     */
    Sql visible() {
        var context = caller.organization();
        if (!TABLE.allows("list", caller.principal(), context.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
        return VISIBILITY.condition(caller.principal(), context);
    }

    /**
     * An invitation with which the caller may do something.
     *
     * @throws ApiException 404 when he does not see it in this workspace, 403 when he sees it and may not
     */
    Invitation require(String key, String scope) {
        var reader = caller.principal();
        var invitation = invitations
                .find(key, VISIBILITY.condition(reader, caller.organization()))
                .orElseThrow(() -> ApiException.notFound("Invitation"));
        if (!TABLE.allows(scope, reader, invitation.organization(), invitation.relations(reader.id()))) {
            throw ApiException.forbidden();
        }
        return invitation;
    }

    /**
     * The organization into which the caller invites.
     *
     * @param role that he offers; {@code null} when he names none that is one
     * @throws ApiException 403 when he may not, 400 when an administrator names no organization
     */
    long requireCreate(Role role) {
        var context = caller.organization();
        var facts = role == null ? Set.<String>of() : Set.of(Membership.name(role));
        if (!TABLE.allows("create", caller.principal(), context.organization(), Set.of(), facts)) {
            throw ApiException.forbidden();
        }
        if (!context.isOrganization()) {
            throw ApiException.rule("An invitation needs an organization.");
        }
        return context.organization();
    }
}
