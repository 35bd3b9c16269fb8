package io.limn.common.identity;

import java.util.Optional;

/**
 * Knows all organizations, also those that a caller's token does not state. Auth-service answers from its own tables,
 * the other services ask it. May be slow: never to be used on an event loop.
 */
public interface OrganizationDirectory {
    /**
     * An organization.
     *
     * @param id   the organization
     * @param slug its short name
     */
    record Known(long id, String slug) {}

    /**
     * The organization of a short name, which minds the case.
     *
     * @throws io.limn.common.api.ApiException 503 when nobody can say
     */
    Optional<Known> bySlug(String slug);

    /**
     * The organization of an id.
     *
     * @throws io.limn.common.api.ApiException 503 when nobody can say
     */
    Optional<Known> byId(long id);

    /**
     * The active membership of a user; also one that is younger than his token, or beyond what a token states.
     *
     * @throws io.limn.common.api.ApiException 503 when nobody can say and his token states only a part of them
     */
    Optional<Principal.Membership> membership(Principal user, long organization);
}
