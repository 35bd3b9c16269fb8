package io.limn.auth.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The active memberships of users. */
@ApplicationScoped
public class Memberships {
    private final EntityManager database;

    Memberships(EntityManager database) {
        this.database = database;
    }

    /**
     * An active membership as internal tokens state it.
     *
     * @param id    the organization
     * @param slug  its short name
     * @param role  the user's role
     * @param owner whether the organization names the user as its owner
     */
    public record Active(long id, String slug, String role, boolean owner) {}

    /** The active memberships of a user, the oldest first, at most a number of them. */
    public List<Active> of(long userId, int most) {
        List<?> rows = database.createNativeQuery(
                        "SELECT o.id, o.slug, m.role, o.owner_id IS NOT DISTINCT FROM m.user_id"
                                + " FROM membership m JOIN organization o ON o.id = m.organization_id"
                                + " WHERE m.user_id = :user AND m.is_active ORDER BY m.id",
                        Object[].class)
                .setParameter("user", userId)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new Active(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (Boolean) row[3]))
                .toList();
    }
}
