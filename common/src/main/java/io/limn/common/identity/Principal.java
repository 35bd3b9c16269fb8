package io.limn.common.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The person or script behind a request, as the internal user token states it.
 *
 * @param id          the user
 * @param username    sign-in name
 * @param firstName   first name, may be empty
 * @param lastName    last name, may be empty
 * @param email       address, may be empty
 * @param groups      groups of the user ({@code admin}, {@code user}, {@code worker})
 * @param staff       whether users are shown to him in full
 * @param superuser   whether the superuser flag is set (grants nothing by itself)
 * @param signIn      how he signed in
 * @param tokenId     id of the access token in use, {@code null} otherwise
 * @param readOnly    whether the access token only reads
 * @param memberships active memberships, at most a hundred
 * @param hasMoreMemberships whether he has more of them
 * @param token       the token itself, to be passed on in internal calls
 * @param directory   knows the memberships that the token does not state; {@code null} when it states all there is
 */
public record Principal(
        long id,
        String username,
        String firstName,
        String lastName,
        String email,
        Set<String> groups,
        boolean staff,
        boolean superuser,
        SignIn signIn,
        Long tokenId,
        boolean readOnly,
        List<Membership> memberships,
        boolean hasMoreMemberships,
        String token,
        OrganizationDirectory directory) {

    /** A user all of whose memberships are stated. */
    public Principal(
            long id,
            String username,
            String firstName,
            String lastName,
            String email,
            Set<String> groups,
            boolean staff,
            boolean superuser,
            SignIn signIn,
            Long tokenId,
            boolean readOnly,
            List<Membership> memberships,
            String token) {
        this(
                id,
                username,
                firstName,
                lastName,
                email,
                groups,
                staff,
                superuser,
                signIn,
                tokenId,
                readOnly,
                memberships,
                false,
                token,
                null);
    }

    /** How a user signed in. */
    public enum SignIn {
        SESSION,
        TOKEN,
        ACCESS_TOKEN,
        BASIC
    }

    /**
     * An active membership.
     *
     * @param id    the organization
     * @param slug  its short name
     * @param role  the user's role
     * @param owner whether the organization names the user as its owner
     */
    public record Membership(long id, String slug, Role role, boolean owner) {}

    /** The strongest group of the user. */
    public Privilege privilege() {
        if (groups.contains("admin")) {
            return Privilege.ADMIN;
        }
        if (groups.contains("user")) {
            return Privilege.USER;
        }
        return groups.contains("worker") ? Privilege.WORKER : Privilege.NONE;
    }

    /** Whether the user may do everything. */
    public boolean isAdmin() {
        return privilege() == Privilege.ADMIN;
    }

    /** Whether an organization names the user as its owner and he has that role in it. */
    public boolean owns(long organization) {
        return membership(organization)
                .filter(membership -> membership.role() == Role.OWNER && membership.owner())
                .isPresent();
    }

    /** The user's active membership in an organization; one that the token does not state is looked for elsewhere. */
    public Optional<Membership> membership(long organization) {
        return directory == null ? stated(organization) : directory.membership(this, organization);
    }

    /** The active membership in an organization that the token states. */
    public Optional<Membership> stated(long organization) {
        return memberships.stream().filter(m -> m.id() == organization).findFirst();
    }
}
