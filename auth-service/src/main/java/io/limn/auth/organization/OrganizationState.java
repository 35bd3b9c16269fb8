package io.limn.auth.organization;

/**
 * What other services know about an organization: the value of the topic {@code limn.organizations}. Grows by new
 * members only.
 *
 * @param id      the organization
 * @param slug    its short name
 * @param name    its name
 * @param ownerId its owner, {@code null} for none
 */
record OrganizationState(long id, String slug, String name, Long ownerId) {
    static OrganizationState of(Organization organization) {
        var owner = organization.owner();
        return new OrganizationState(
                organization.id(), organization.slug(), organization.name(), owner == null ? null : owner.id());
    }
}
