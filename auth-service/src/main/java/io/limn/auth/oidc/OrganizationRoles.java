package io.limn.auth.oidc;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.membership.Membership;
import io.limn.auth.membership.Memberships;
import io.limn.common.api.Timestamps;
import io.limn.common.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Gives people the roles in organizations that their groups at the provider stand for. Owners are left alone. */
@ApplicationScoped
class OrganizationRoles {
    private final EntityManager database;
    private final Memberships memberships;
    private final GroupMapping mapping;
    private final Audit audit;

    OrganizationRoles(EntityManager database, Memberships memberships, GroupMapping mapping, Audit audit) {
        this.database = database;
        this.memberships = memberships;
        this.mapping = mapping;
        this.audit = audit;
    }

    /** Makes the memberships of a user what they should be. Needs a transaction. */
    void assign(long user, Person person) {
        mapping.roles(person).forEach((slug, role) -> organization(slug).ifPresent(place -> assign(user, place, role)));
    }

    private Optional<Long> organization(String slug) {
        return database.createNativeQuery("SELECT id FROM organization WHERE slug = :slug FOR KEY SHARE", Long.class)
                .setParameter("slug", slug)
                .getResultStream()
                .map(Long.class::cast)
                .findFirst();
    }

    private void assign(long user, long organization, Optional<Role> role) {
        var held = memberships.ofUser(user).stream()
                .filter(membership -> membership.organization() == organization)
                .findFirst();
        if (held.isPresent()) {
            change(held.get(), role);
        } else if (role.isPresent()) {
            memberships.add(user, organization, role.get(), Timestamps.now());
            record("membership.created", user, organization, role.get());
        }
    }

    private void change(Membership held, Optional<Role> role) {
        if (held.role() == Role.OWNER) {
            return;
        }
        if (role.isPresent()) {
            memberships.activate(held.id(), Timestamps.now());
            if (held.role() != role.get()) {
                memberships.changeRole(held.id(), role.get());
                record("membership.changed", held.user(), held.organization(), role.get());
            }
        } else if (held.active()) {
            memberships.remove(held);
            record("membership.ended", held.user(), held.organization(), held.role());
        }
    }

    private void record(String act, long user, long organization, Role role) {
        audit.record(AuditEntry.of(act)
                .user(user)
                .organization(organization)
                .with("role", Membership.name(role))
                .with("by", "oidc"));
    }
}
