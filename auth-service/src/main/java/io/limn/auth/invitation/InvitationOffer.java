package io.limn.auth.invitation;

import io.limn.auth.credential.EmailAddress;
import io.limn.auth.membership.Membership;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Role;
import java.util.Set;

/**
 * What a body offers.
 *
 * @param role  in the organization
 * @param email of the person
 */
record InvitationOffer(Role role, String email) {
    private static final Set<String> ROLES = Set.of("worker", "supervisor", "maintainer", "owner");

    /** The role that a body names, before it is checked; {@code null} when it names none. */
    static Role role(Input body) {
        var word = body.node().path("role").asText();
        return ROLES.contains(word) ? Membership.role(word) : null;
    }

    /**
     * Reads the body of a new invitation.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static InvitationOffer of(Input body) {
        var role = body.choice("role", ROLES).required().value();
        var email =
                body.member("email", EmailAddress::read).required().most(254).value();
        body.check();
        return new InvitationOffer(Membership.role(role), email);
    }

    /**
     * Checks the body of a change, which is not applied.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static void check(Input body) {
        body.choice("role", ROLES).value();
        body.member("email", EmailAddress::read).most(254).value();
        body.check();
    }
}
