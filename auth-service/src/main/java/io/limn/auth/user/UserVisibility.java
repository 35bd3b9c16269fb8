package io.limn.auth.user;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.OrganizationContext;
import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Who sees which users. A user belongs to an organization by any membership, also by one that is not active, and to
 * nobody's personal workspace once he has one.
 */
@ApplicationScoped
class UserVisibility {
    private final DecisionTable rules = DecisionTable.load("permissions/users.csv");

    /**
     * The condition that limits the list {@code users u}.
     *
     * @throws ApiException 403 for a stranger to the organization that is named
     */
    Sql condition(Principal reader, OrganizationContext context) {
        if (!rules.allows("list", reader, context.organization(), Set.of())) {
            throw ApiException.forbidden();
        }
        boolean all = reader.isAdmin() || context.isOrganization();
        var seen = all ? Sql.TRUE : Sql.of("u.id = ?", reader.id());
        return switch (context.kind()) {
            case NOT_GIVEN -> seen;
            case PERSONAL -> seen.and(Sql.of("NOT EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id)"));
            case ORGANIZATION ->
                seen.and(Sql.of(
                        "u.id IN (SELECT m.user_id FROM membership m WHERE m.organization_id = ?)",
                        context.organization()));
        };
    }

    /**
     * Demands that a user may be changed or deleted.
     *
     * @throws ApiException 403
     */
    void require(String scope, long id, Principal writer, OrganizationContext context) {
        var held = writer.id() == id ? Set.of("self") : Set.<String>of();
        if (!rules.allows(scope, writer, context.organization(), held)) {
            throw ApiException.forbidden();
        }
    }

    /** Whether a user may be seen; any member of the organization that is named sees any user. */
    boolean isVisible(long id, Principal reader, OrganizationContext context) {
        var held = reader.id() == id ? Set.of("self") : Set.<String>of();
        return rules.allows("view", reader, context.organization(), held);
    }
}
