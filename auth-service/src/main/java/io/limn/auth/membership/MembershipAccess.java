package io.limn.auth.membership;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Role;
import io.limn.common.identity.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Who may do what with memberships. The organization of the membership decides, not the one that a request names. */
@ApplicationScoped
class MembershipAccess {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/memberships.csv");
    private static final Visibility VISIBILITY = new Visibility(
            TABLE,
            "view",
            "m.id",
            "m.organization_id",
            Map.of("self", user -> Sql.of("SELECT id FROM membership WHERE user_id = ?", user)),
            Map.of("active", Sql.of("m.is_active")));

    private final Caller caller;

    MembershipAccess(Caller caller) {
        this.caller = caller;
    }

    /**
     * The condition on {@code membership m} for lists.
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
     * Refuses what the caller may not do with a membership.
     *
     * @throws ApiException 403
     */
    void require(Membership membership, String scope) {
        var reader = caller.principal();
        if (!TABLE.allows(
                scope, reader, membership.organization(), membership.relations(reader.id()), membership.facts())) {
            throw ApiException.forbidden();
        }
    }

    /**
     * Refuses a role that the caller may not give: nobody makes members who are as strong as himself.
     *
     * @throws ApiException 403
     */
    void requireGrant(long organization, Role role) {
        var facts = Set.of(Membership.name(role));
        if (!TABLE.allows("grant", caller.principal(), organization, Set.of(), facts)) {
            throw ApiException.forbidden();
        }
    }
}
