package io.limn.auth.membership;

import io.limn.common.identity.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A user's part in an organization.
 *
 * @param id           the membership
 * @param user         whose it is
 * @param organization where
 * @param role         what he may do there
 * @param active       whether it gives him rights; one that was not accepted yet does not
 * @param joined       since when it has been active, {@code null} while it is not
 * @param invitation   key of the invitation that it came from, {@code null} when there is none
 */
public record Membership(
        long id, long user, long organization, Role role, boolean active, Instant joined, String invitation) {

    /** The word of the API for the role. */
    String roleName() {
        return name(role);
    }

    /** The word of the API for a role. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** A role by the word of the API. */
    public static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What the rules may demand of this membership. */
    Set<String> facts() {
        var facts = new HashSet<>(Set.of(roleName()));
        if (active) {
            facts.add("active");
        }
        return facts;
    }

    /** How a user is related to this membership. */
    Set<String> relations(long reader) {
        return Set.of(reader == user ? "self" : "other");
    }
}
