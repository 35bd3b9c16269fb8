package io.limn.auth.invitation;

import io.limn.auth.user.BasicUser;
import java.time.Instant;

/** An invitation as the API shows it. */
record InvitationForm(
        String key,
        Instant createdDate,
        BasicUser owner,
        String role,
        BasicUser user,
        long organization,
        Boolean expired,
        OrganizationInfo organizationInfo) {

    /** The organization that somebody is invited to. */
    record OrganizationInfo(long id, String slug) {}
}
