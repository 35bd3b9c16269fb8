package io.limn.auth.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.auth.user.BasicUser;
import io.limn.common.api.Links;
import java.time.Instant;

/** An organization as the API shows it. */
record OrganizationForm(
        long id,
        String slug,
        String name,
        String description,
        Instant createdDate,
        Instant updatedDate,
        JsonNode contact,
        BasicUser owner) {

    static OrganizationForm of(Organization organization, Links links) {
        var owner = organization.owner();
        return new OrganizationForm(
                organization.id(),
                organization.slug(),
                organization.name(),
                organization.description(),
                organization.createdDate(),
                organization.updatedDate(),
                organization.contact(),
                owner == null ? null : BasicUser.of(owner, links));
    }
}
