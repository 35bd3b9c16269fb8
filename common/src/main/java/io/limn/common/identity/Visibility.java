package io.limn.common.identity;

import io.limn.common.api.query.Sql;
import io.limn.common.api.query.Visible;
import io.limn.common.api.query.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Turns the rules of a {@link DecisionTable} into the condition that limits a list to what its reader may see, as a
 * union of id sets that each have an index, and narrows it to the workspace that the request names.
 */
public final class Visibility {
    private final DecisionTable table;
    private final String scope;
    private final String id;
    private final String organization;
    private final Map<String, LongFunction<Way>> relations;
    private final Map<String, Sql> targets;
    private final boolean byRow;

    /**
     * Describes a list whose table demands nothing of its objects.
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
        this(table, scope, id, organization, relations, Map.of());
    }

    /**
     * Describes a list.
     *
     * @param table        the rules
     * @param scope        the scope that lets one see an object
     * @param id           SQL expression of the object's id
     * @param organization SQL expression of the object's organization
     * @param relations    for each relation of the table the query of the ids that a user holds it to
     * @param targets      for each word of the table about an object the condition under which it is true
     */
    public Visibility(
            DecisionTable table,
            String scope,
            String id,
            String organization,
            Map<String, LongFunction<Sql>> relations,
            Map<String, Sql> targets) {
        this(
                table,
                scope,
                id,
                organization,
                targets,
                relations.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                relation -> user -> new Way(relation.getValue().apply(user), null))),
                false);
    }

    private Visibility(
            DecisionTable table,
            String scope,
            String id,
            String organization,
            Map<String, Sql> targets,
            Map<String, LongFunction<Way>> relations,
            boolean byRow) {
        this.table = table;
        this.scope = scope;
        this.id = id;
        this.organization = organization;
        this.relations = Map.copyOf(relations);
        this.targets = Map.copyOf(targets);
        this.byRow = byRow;
    }

    /**
     * Describes a long list, in whose rows the relations can be seen; its readers see it by several {@link #ways}.
     *
     * @param table        the rules
     * @param scope        the scope that lets one see an object
     * @param id           SQL expression of the object's id
     * @param organization SQL expression of the object's organization
     * @param relations    for each relation of the table the way to the rows to which a user holds it
     */
    public static Visibility byRow(
            DecisionTable table,
            String scope,
            String id,
            String organization,
            Map<String, LongFunction<Way>> relations) {
        return new Visibility(table, scope, id, organization, Map.of(), relations, true);
    }

    /** The same as {@link #condition}, with the relations apart. */
    public Visible ways(Principal principal, OrganizationContext context) {
        var here =
                switch (context.kind()) {
                    case NOT_GIVEN -> principal.isAdmin() ? Sql.TRUE : readable(principal, context);
                    case PERSONAL -> Sql.of(organization + " IS NULL");
                    case ORGANIZATION -> Sql.of(organization + " = ?", context.organization());
                };
        return new Visible(here, seenBy(principal, context));
    }

    /** The same as {@link #everywhere}, with the relations apart. */
    public Visible waysEverywhere(Principal principal) {
        return new Visible(Sql.TRUE, seenBy(principal, OrganizationContext.NOT_GIVEN));
    }

    private List<Way> seenBy(Principal principal, OrganizationContext context) {
        if (principal.isAdmin()) {
            return List.of(Way.ALL);
        }
        var ways = new LinkedHashSet<Way>();
        for (var rule : table.seeing(scope, principal, context)) {
            var fitting = fitting(rule.target());
            if (rule.ownership().contains(DecisionTable.ANY)) {
                ways.add(Way.ALL.and(fitting));
            } else {
                rule.ownership()
                        .forEach(relation -> ways.add(way(principal, relation).and(fitting)));
            }
        }
        if (ways.contains(Way.ALL)) {
            return List.of(Way.ALL);
        }
        return ways.isEmpty() ? List.of(Way.NONE) : List.copyOf(ways);
    }

    /** The condition for a principal who names a workspace, or none. */
    public Sql condition(Principal principal, OrganizationContext context) {
        var seen = seen(principal, context);
        return switch (context.kind()) {
            case NOT_GIVEN -> principal.isAdmin() ? seen : seen.and(readable(principal, context));
            case PERSONAL -> seen.and(Sql.of(organization + " IS NULL"));
            case ORGANIZATION -> seen.and(Sql.of(organization + " = ?", context.organization()));
        };
    }

    /**
     * What a principal has a relation to wherever it is, also in organizations that he is no member of: for lists of
     * something into which he has been let otherwise.
     */
    public Sql everywhere(Principal principal) {
        return seen(principal, OrganizationContext.NOT_GIVEN);
    }

    private Sql seen(Principal principal, OrganizationContext context) {
        if (principal.isAdmin()) {
            return Sql.TRUE;
        }
        return allowed(principal, table.seeing(scope, principal, context));
    }

    /**
     * Without a workspace the personal rules show what one has a relation to wherever it is; of an organization it must
     * be something that one may also read alone, which a former member may not.
     */
    private Sql readable(Principal principal, OrganizationContext context) {
        if (principal.hasMoreMemberships()) {
            return Sql.TRUE;
        }
        var shown = table.seeing(scope, principal, context);
        var readers = new ArrayList<Sql>();
        readers.add(Sql.of(organization + " IS NULL"));
        boolean all = true;
        for (var group : MemberGroup.of(principal, table.inOrganizations(scope, principal))) {
            boolean implied = group.allowsAll(shown);
            all &= implied;
            if (implied) {
                readers.add(group.condition(organization));
            } else if (!group.rules().isEmpty()) {
                readers.add(group.condition(organization).and(allowed(principal, group.rules())));
            }
        }
        return all ? Sql.TRUE : Sql.join(" OR ", readers).enclosed();
    }

    private Sql allowed(Principal principal, List<Rule> rules) {
        var relationsByTarget = new LinkedHashMap<Set<String>, Set<String>>();
        rules.forEach(rule -> relationsByTarget
                .computeIfAbsent(rule.target(), target -> new LinkedHashSet<>())
                .addAll(rule.ownership()));
        var seen = new ArrayList<Sql>();
        relationsByTarget.forEach(
                (target, relations) -> seen.add(held(principal, relations).and(fitting(target))));
        if (seen.isEmpty()) {
            return Sql.FALSE;
        }
        return seen.contains(Sql.TRUE) ? Sql.TRUE : Sql.join(" OR ", seen).enclosed();
    }

    private Sql held(Principal principal, Set<String> held) {
        if (held.contains(DecisionTable.ANY)) {
            return Sql.TRUE;
        }
        if (byRow) {
            return Sql.join(
                            " OR ",
                            held.stream()
                                    .map(relation -> way(principal, relation).whole())
                                    .toList())
                    .enclosed();
        }
        var sets = held.stream()
                .map(relation ->
                        known(relations, relation).apply(principal.id()).condition())
                .toList();
        return Sql.of(id + " IN (").append(Sql.join(" UNION ", sets)).append(Sql.of(")"));
    }

    private Way way(Principal principal, String relation) {
        var way = known(relations, relation).apply(principal.id());
        return byRow
                ? way
                : new Way(Sql.of(id + " IN (").append(way.condition()).append(Sql.of(")")), null);
    }

    private Sql fitting(Set<String> target) {
        var all = Sql.TRUE;
        for (var word : target) {
            var condition = known(targets, word.startsWith("!") ? word.substring(1) : word);
            all = all.and(word.startsWith("!") ? condition.not() : condition);
        }
        return all;
    }

    private static <T> T known(Map<String, T> map, String word) {
        var value = map.get(word);
        if (value == null) {
            throw new IllegalStateException("The list does not know the word " + word);
        }
        return value;
    }
}
