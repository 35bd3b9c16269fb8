package io.limn.auth.organization;

import io.limn.auth.membership.ActiveMemberships;
import io.limn.common.identity.OrganizationDirectory;
import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** This service owns organizations and memberships: it trusts its tables more than what tokens state. */
@ApplicationScoped
class OwnOrganizations implements OrganizationDirectory {
    private final EntityManager database;
    private final ActiveMemberships memberships;

    OwnOrganizations(EntityManager database, ActiveMemberships memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    @Override
    public Optional<Known> bySlug(String slug) {
        return find("slug", slug);
    }

    @Override
    public Optional<Known> byId(long id) {
        return find("id", id);
    }

    private Optional<Known> find(String column, Object value) {
        List<?> rows = database.createNativeQuery(
                        "SELECT id, slug FROM organization WHERE " + column + " = :value", Object[].class)
                .setParameter("value", value)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Known(((Number) row[0]).longValue(), (String) row[1]))
                .findFirst();
    }

    @Override
    public Optional<Principal.Membership> membership(Principal user, long organization) {
        return memberships.of(user.id(), organization);
    }
}
