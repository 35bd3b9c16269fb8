package io.limn.auth.membership;

import io.limn.auth.user.BasicUser;
import io.limn.auth.user.User;
import io.limn.common.api.Links;
import java.time.Instant;

/** A membership as the API shows it. */
record MembershipForm(
        long id,
        BasicUser user,
        long organization,
        boolean isActive,
        Instant joinedDate,
        String role,
        String invitation) {

    static MembershipForm of(Membership membership, User user, Links links) {
        return new MembershipForm(
                membership.id(),
                BasicUser.of(user, links),
                membership.organization(),
                membership.active(),
                membership.joined(),
                membership.roleName(),
                membership.invitation());
    }
}
