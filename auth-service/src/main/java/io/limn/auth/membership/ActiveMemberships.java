package io.limn.auth.membership;

import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The memberships that give rights. */
@ApplicationScoped
public class ActiveMemberships {
    private static final String SELECT = "SELECT o.id, o.slug, m.role, o.owner_id IS NOT DISTINCT FROM m.user_id"
            + " FROM membership m JOIN organization o ON o.id = m.organization_id"
            + " WHERE m.user_id = :user AND m.is_active";

    private final EntityManager database;

    ActiveMemberships(EntityManager database) {
        this.database = database;
    }

    /** Those of a user, the oldest first, at most a number of them. */
    public List<Principal.Membership> of(long user, int most) {
        List<?> rows = database.createNativeQuery(SELECT + " ORDER BY m.id", Object[].class)
                .setParameter("user", user)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(ActiveMemberships::membership).toList();
    }

    /** That of a user in an organization. */
    public Optional<Principal.Membership> of(long user, long organization) {
        List<?> rows = database.createNativeQuery(SELECT + " AND o.id = :organization", Object[].class)
                .setParameter("user", user)
                .setParameter("organization", organization)
                .getResultList();
        return rows.stream().map(ActiveMemberships::membership).findFirst();
    }

    private static Principal.Membership membership(Object item) {
        var row = (Object[]) item;
        return new Principal.Membership(
                ((Number) row[0]).longValue(), (String) row[1], Membership.role((String) row[2]), (Boolean) row[3]);
    }
}
