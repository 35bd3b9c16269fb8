package io.limn.task.access;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Visibility;
import java.util.Set;

/** Rules that go by the workspace which a request names. */
public final class Contexts {
    private Contexts() {}

    /**
     * The condition that limits a list to what the caller may see in the workspace that he names.
     *
     * @throws ApiException 403 when he is no member of it
     */
    public static Sql visible(Caller caller, DecisionTable table, Visibility visibility) {
        requireList(caller, table);
        return visibility.condition(caller.principal(), caller.organization());
    }

    /**
     * The same for a long list, whose readers see it by several ways.
     *
     * @throws ApiException 403 when he is no member of it
     */
    public static Visible ways(Caller caller, DecisionTable table, Visibility visibility) {
        requireList(caller, table);
        return visibility.ways(caller.principal(), caller.organization());
    }

    /** The condition that keeps the objects of the workspace which the request names, all when it names none. */
    public static Sql narrow(Caller caller, String organization) {
        var context = caller.organization();
        return switch (context.kind()) {
            case NOT_GIVEN -> Sql.TRUE;
            case PERSONAL -> Sql.of(organization + " IS NULL");
            case ORGANIZATION -> Sql.of(organization + " = ?", context.organization());
        };
    }

    /**
     * Refuses a list of an organization to those who are no members.
     *
     * @throws ApiException 403
     */
    public static void requireList(Caller caller, DecisionTable table) {
        if (!table.allows("list", caller.principal(), caller.organization().organization(), Set.of())) {
            throw ApiException.forbidden();
        }
    }

    /**
     * The organization in which the caller creates something, {@code null} for the personal workspace.
     *
     * @throws ApiException 403 when he may not
     */
    public static Long requireCreate(Caller caller, DecisionTable table, String scope) {
        var organization = caller.organization().organization();
        if (!table.allows(scope, caller.principal(), organization, Set.of())) {
            throw ApiException.forbidden();
        }
        return organization;
    }

    /**
     * Refuses to create something below an object to those who may not, or who name another workspace than its own.
     *
     * @param parent organization of the object, {@code null} for a personal one
     * @param held   relations that the caller holds to it
     * @throws ApiException 403
     */
    public static void requireCreateBelow(
            Caller caller, DecisionTable table, String scope, Long parent, Set<String> held) {
        var principal = caller.principal();
        var organization = caller.organization().organization();
        boolean elsewhere = organization != null && !organization.equals(parent) && !principal.isAdmin();
        if (elsewhere || !table.allows(scope, principal, organization, held)) {
            throw ApiException.forbidden();
        }
    }
}
