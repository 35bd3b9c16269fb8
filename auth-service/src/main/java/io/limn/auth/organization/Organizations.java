package io.limn.auth.organization;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.membership.Memberships;
import io.limn.auth.user.User;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** All organizations, and what founds, changes and ends them. */
@ApplicationScoped
class Organizations {
    private static final String TAKEN = "organization with this slug already exists.";

    private final EntityManager database;
    private final Memberships memberships;
    private final OrganizationEvents events;
    private final Audit audit;
    private final Precondition precondition;

    Organizations(
            EntityManager database,
            Memberships memberships,
            OrganizationEvents events,
            Audit audit,
            Precondition precondition) {
        this.database = database;
        this.memberships = memberships;
        this.events = events;
        this.audit = audit;
        this.precondition = precondition;
    }

    /** An organization with its owner. */
    Optional<Organization> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Organizations with their owners; unknown ones are left out. */
    List<Organization> find(List<Long> ids) {
        return database.createQuery(
                        "SELECT o FROM Organization o LEFT JOIN FETCH o.owner WHERE o.id IN (:ids)", Organization.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * Founds an organization; its founder owns it.
     *
     * @return it with its owner
     * @throws ApiException 400 when the slug is taken
     */
    @Transactional
    Organization found(OrganizationChange founding, long founder) {
        var owner = database.find(User.class, founder);
        if (owner == null) {
            throw ApiException.unauthenticated("User inactive or deleted.");
        }
        var organization = new Organization(founding, owner, Timestamps.now());
        store(organization, () -> database.persist(organization));
        memberships.add(founder, organization.id(), Role.OWNER, organization.createdDate());
        events.changed(organization);
        audit.record(AuditEntry.of("organization.created")
                .organization(organization.id())
                .with("slug", organization.slug()));
        return organization;
    }

    /**
     * Changes an organization. Tokens of its members state the slug, so those are void when it changes.
     *
     * @param form what is answered of an organization
     * @return it with its owner
     * @throws ApiException 400 when the slug is taken, 404 when it is gone meanwhile, 412 when the client knows another
     *                      version
     */
    @Transactional
    Organization change(long id, OrganizationChange change, Function<Organization, ?> form) {
        var organization = lock(id);
        precondition.require(() -> form.apply(organization));
        var slug = organization.slug();
        store(organization, () -> organization.apply(change, Timestamps.now()));
        if (!slug.equals(organization.slug())) {
            memberships.restate(id);
        }
        events.changed(organization);
        audit.record(AuditEntry.of("organization.changed").organization(id).with("slug", organization.slug()));
        return organization;
    }

    /**
     * Ends an organization with its memberships and invitations. What belongs to it elsewhere must have been let go of.
     *
     * @throws ApiException 404 when it is gone already
     */
    @Transactional
    void delete(long id) {
        var organization = lock(id);
        memberships.of(id).forEach(memberships::remove);
        database.remove(organization);
        database.flush();
        events.deleted(id);
        audit.record(AuditEntry.of("organization.deleted").organization(id).with("slug", organization.slug()));
    }

    /**
     * Demands that a client who is about to end an organization has seen it as it is. Objects are let go of elsewhere
     * before it ends, so this comes first.
     *
     * @param form what is answered of an organization
     * @throws ApiException 404 when it is gone, 412 when the client knows another version
     */
    @Transactional
    void requireSeen(long id, Function<Organization, ?> form) {
        var organization = lock(id);
        precondition.require(() -> form.apply(organization));
    }

    /** Nobody can join meanwhile: who does waits for the end of the transaction. */
    private Organization lock(long id) {
        database.createNativeQuery("SELECT id FROM organization WHERE id = :id FOR UPDATE", Long.class)
                .setParameter("id", id)
                .getResultList();
        return find(id).orElseThrow(() -> ApiException.notFound("Organization"));
    }

    /** What is answered is as it will be read: the database orders the members of contacts. */
    private void store(Organization organization, Runnable change) {
        try {
            change.run();
            database.flush();
            database.refresh(organization);
        } catch (ConstraintViolationException taken) {
            throw ApiException.field("slug", TAKEN);
        }
    }
}
