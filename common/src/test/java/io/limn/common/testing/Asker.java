package io.limn.common.testing;

import io.limn.common.identity.Principal;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Someone who asks a decision table: all that counts about him and about what he asks.
 *
 * @param privilege    his strongest group
 * @param organization whether what he asks about belongs to an organization
 * @param role         his role in it, {@code null} when he is no member
 * @param named        whether the organization names him as its owner
 * @param relation     the one relation that he holds to it, {@code null} for none
 * @param facts        words that are true of what he asks about
 */
public record Asker(
        Privilege privilege, boolean organization, Role role, boolean named, String relation, Set<String> facts) {
    /** The organization of everything that belongs to one. */
    public static final long ORGANIZATION = 7;

    /** Everyone who differs in privilege, context, role, one relation, and what is true of the object. */
    public static List<Asker> everyone(Collection<String> relations, Collection<String> words) {
        var all = new ArrayList<Asker>();
        var held = new ArrayList<>(relations);
        held.add(null);
        for (var facts : subsets(List.copyOf(words))) {
            for (var privilege : Privilege.values()) {
                for (var relation : held) {
                    all.add(new Asker(privilege, false, null, false, relation, facts));
                    all.add(new Asker(privilege, true, null, false, relation, facts));
                    all.add(new Asker(privilege, true, Role.OWNER, true, relation, facts));
                    Arrays.stream(Role.values())
                            .forEach(role -> all.add(new Asker(privilege, true, role, false, relation, facts)));
                }
            }
        }
        return all;
    }

    private static List<Set<String>> subsets(List<String> words) {
        var subsets = new ArrayList<Set<String>>();
        for (int mask = 0; mask < 1 << words.size(); mask++) {
            var subset = new HashSet<String>();
            for (int word = 0; word < words.size(); word++) {
                if ((mask & 1 << word) != 0) {
                    subset.add(words.get(word));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    /** The same with another relation. */
    public Asker holding(String other) {
        return new Asker(privilege, organization, role, named, other, facts);
    }

    /** He as a principal. */
    public Principal principal() {
        var groups = privilege == Privilege.NONE
                ? Set.<String>of()
                : Set.of(privilege.name().toLowerCase(Locale.ROOT));
        var memberships = role == null
                ? List.<Principal.Membership>of()
                : List.of(new Principal.Membership(ORGANIZATION, "seven", role, named));
        return new Principal(
                1, "ann", "", "", "", groups, false, false, Principal.SignIn.TOKEN, null, false, memberships, "");
    }

    /** The organization of what he asks about, {@code null} for what is personal. */
    public Long workspace() {
        return organization ? ORGANIZATION : null;
    }

    /** The relations he holds. */
    public Set<String> held() {
        return relation == null ? Set.of() : Set.of(relation);
    }
}
