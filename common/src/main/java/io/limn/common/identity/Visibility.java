package io.limn.common.identity;

import io.limn.common.api.query.Sql;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Turns the rules of a {@link DecisionTable} into the condition that limits a list to what its reader may see, as a
 * union of id sets that each have an index, and narrows it to the workspace that the request names.
 */
public final class Visibility {
    private final DecisionTable table;
    private final String scope;
    private final String id;
    private final String organization;
    private final Map<String, LongFunction<Sql>> relations;

    /**
     * Describes a list.
     *
     * @param table        the rules
     * @param scope        the scope that lets one see an object
     * @param id           SQL expression of the object's id
     * @param organization SQL expression of the object's organization
     * @param relations    for each relation of the table the query of the ids that a user holds it to
     */
    public Visibility(
            DecisionTable table,
            String scope,
            String id,
            String organization,
            Map<String, LongFunction<Sql>> relations) {
        this.table = table;
        this.scope = scope;
        this.id = id;
        this.organization = organization;
        this.relations = Map.copyOf(relations);
    }

    /** The condition for a principal who names a workspace, or none. */
    public Sql condition(Principal principal, OrganizationContext context) {
        var seen = seen(principal, context);
        return switch (context.kind()) {
            case NOT_GIVEN -> seen;
            case PERSONAL -> seen.and(Sql.of(organization + " IS NULL"));
            case ORGANIZATION -> seen.and(Sql.of(organization + " = ?", context.organization()));
        };
    }

    private Sql seen(Principal principal, OrganizationContext context) {
        var held = table.seeing(scope, principal, context);
        if (held.contains(DecisionTable.ANY)) {
            return Sql.TRUE;
        }
        var sets = new ArrayList<Sql>();
        for (var relation : held) {
            var ids = relations.get(relation);
            if (ids == null) {
                throw new IllegalStateException("The list does not know the relation " + relation);
            }
            sets.add(ids.apply(principal.id()));
        }
        return sets.isEmpty()
                ? Sql.FALSE
                : Sql.of(id + " IN (").append(Sql.join(" UNION ", sets)).append(Sql.of(")"));
    }
}
