package io.limn.common.identity;

import io.limn.common.api.query.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Organizations in which the same rules speak for a user: those in which his role is alike, or all those of which he is
 * no member.
 *
 * @param organizations the organizations, or those that are not meant
 * @param isMember      whether they are the user's own, or all others
 * @param rules         what speaks for him there
 */
record MemberGroup(List<Long> organizations, boolean isMember, List<Rule> rules) {
    /** All groups of a user. */
    static List<MemberGroup> of(Principal principal, List<Rule> rules) {
        var own = new ArrayList<Long>();
        var byRules = new LinkedHashMap<List<Rule>, List<Long>>();
        for (var membership : principal.memberships()) {
            own.add(membership.id());
            var fitting =
                    rules.stream().filter(rule -> rule.isEnough(membership)).toList();
            byRules.computeIfAbsent(fitting, none -> new ArrayList<>()).add(membership.id());
        }
        var groups = new ArrayList<MemberGroup>();
        byRules.forEach((fitting, organizations) -> groups.add(new MemberGroup(organizations, true, fitting)));
        groups.add(new MemberGroup(
                own, false, rules.stream().filter(rule -> rule.role() == null).toList()));
        return groups;
    }

    /** Whether the rules of the group allow whatever others allow. */
    boolean allowsAll(List<Rule> others) {
        return others.stream().allMatch(other -> rules.stream()
                .anyMatch(rule -> other.target().containsAll(rule.target())
                        && (rule.ownership().contains(DecisionTable.ANY)
                                || rule.ownership().containsAll(other.ownership()))));
    }

    /** Whether a row belongs to one of the organizations. */
    Sql condition(String organization) {
        if (organizations.isEmpty()) {
            return Sql.of(organization + " IS NOT NULL");
        }
        var marks = organizations.stream().map(id -> Sql.of("?", id)).toList();
        return Sql.of(organization + (isMember ? " IN (" : " NOT IN ("))
                .append(Sql.join(", ", marks))
                .append(Sql.of(")"));
    }
}
