package io.limn.auth.membership;

import io.limn.auth.user.BasicUser;
import java.time.Instant;

/** A membership as the API shows it. */
record MembershipForm(
        long id,
        BasicUser user,
        long organization,
        boolean isActive,
        Instant joinedDate,
        String role,
        String invitation) {}
