package io.limn.auth.organization;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Who may do what with organizations. One that somebody may not see does not exist for him. */
@ApplicationScoped
class OrganizationAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/organizations.csv");

    private final Organizations organizations;
    private final Caller caller;

    OrganizationAccess(Organizations organizations, Caller caller) {
        this.organizations = organizations;
        this.caller = caller;
    }

    /**
     * The condition on {@code organization o} for the list, which spans all workspaces: as the rules of the scope
     * {@code view} have it, for any role.
     */
    Sql visible() {
        var reader = caller.principal();
        return reader.isAdmin()
                ? Sql.TRUE
                : Sql.of(
                        "o.id IN (SELECT m.organization_id FROM membership m WHERE m.user_id = ? AND m.is_active"
                                + " UNION SELECT id FROM organization WHERE owner_id = ?)",
                        reader.id(),
                        reader.id());
    }

    /**
     * Refuses those who may not found organizations.
     *
     * @throws ApiException 403
     */
    void requireCreate() {
        var context = caller.organization();
        if (!TABLE.allows("create", caller.principal(), context.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
    }

    /**
     * An organization with which the caller may do something.
     *
     * @throws ApiException 404 when he does not see it, 403 when he sees it and may not
     */
    Organization require(long id, String scope) {
        var organization = organizations
                .find(id)
                .filter(found -> allows(found, "view"))
                .orElseThrow(() -> ApiException.notFound("Organization"));
        if (!allows(organization, scope)) {
            throw ApiException.forbidden();
        }
        return organization;
    }

    private boolean allows(Organization organization, String scope) {
        var reader = caller.principal();
        var owner = organization.owner();
        var held = owner != null && owner.id() == reader.id() ? Set.of("owner") : Set.<String>of();
        return TABLE.allows(scope, reader, organization.id(), held);
    }
}
