package io.limn.auth.organization;

import io.limn.auth.user.UserRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/** Leaves the organizations of users who are deleted without an owner; their maintainers keep them going. */
@ApplicationScoped
class FormerOwners {
    private final EntityManager database;
    private final OrganizationEvents events;

    FormerOwners(EntityManager database, OrganizationEvents events) {
        this.database = database;
        this.events = events;
    }

    void disown(@Observes UserRemoved removed) {
        database.createQuery("SELECT o FROM Organization o WHERE o.owner.id = :owner", Organization.class)
                .setParameter("owner", removed.id())
                .getResultList()
                .forEach(organization -> {
                    organization.disown();
                    events.changed(organization);
                });
    }
}
