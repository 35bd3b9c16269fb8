package io.limn.auth.membership;

/**
 * What other services know about a membership: the value of the topic {@code limn.memberships}. Grows by new members
 * only.
 *
 * @param id             the membership
 * @param userId         whose it is
 * @param organizationId where
 * @param role           worker, supervisor, maintainer or owner
 * @param isActive       whether it gives rights
 */
record MembershipState(long id, long userId, long organizationId, String role, boolean isActive) {
    static MembershipState of(Membership membership) {
        return new MembershipState(
                membership.id(),
                membership.user(),
                membership.organization(),
                membership.roleName(),
                membership.active());
    }
}
