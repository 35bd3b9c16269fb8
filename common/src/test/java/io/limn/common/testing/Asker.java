package io.limn.common.testing;

import io.limn.common.identity.Principal;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Someone who asks a decision table: all that counts about him.
 *
 * @param privilege    his strongest group
 * @param organization whether what he asks about belongs to an organization
 * @param role         his role in it, {@code null} when he is no member
 * @param relation     the one relation that he holds to it, {@code null} for none
 */
public record Asker(Privilege privilege, boolean organization, Role role, String relation) {
    /** The organization of everything that belongs to one. */
    public static final long ORGANIZATION = 7;

    /** Everyone who differs in privilege, context, role and one relation. */
    public static List<Asker> everyone(Set<String> relations) {
        var all = new ArrayList<Asker>();
        var held = new ArrayList<>(relations);
        held.add(null);
        var roles = new ArrayList<>(Arrays.asList(Role.values()));
        roles.add(null);
        for (var privilege : Privilege.values()) {
            for (var relation : held) {
                all.add(new Asker(privilege, false, null, relation));
                roles.forEach(role -> all.add(new Asker(privilege, true, role, relation)));
            }
        }
        return all;
    }

    /** He as a principal. */
    public Principal principal() {
        var groups = privilege == Privilege.NONE
                ? Set.<String>of()
                : Set.of(privilege.name().toLowerCase(Locale.ROOT));
        var memberships = role == null
                ? List.<Principal.Membership>of()
                : List.of(new Principal.Membership(ORGANIZATION, "seven", role, role == Role.OWNER));
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
