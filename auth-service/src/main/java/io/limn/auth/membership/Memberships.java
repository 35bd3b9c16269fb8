package io.limn.auth.membership;

import io.limn.common.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All memberships. What changes them needs a transaction and tells the other services. */
@ApplicationScoped
public class Memberships {
    private static final String SELECT = "SELECT m.id, m.user_id, m.organization_id, m.role, m.is_active,"
            + " m.joined_date, i.key FROM membership m LEFT JOIN invitation i ON i.membership_id = m.id WHERE ";

    private final EntityManager database;
    private final MembershipEvents events;

    Memberships(EntityManager database, MembershipEvents events) {
        this.database = database;
        this.events = events;
    }

    /** A membership by id. */
    public Optional<Membership> find(long id) {
        return read(select("m.id = :id").setParameter("id", id)).findFirst();
    }

    /** Memberships by their ids; unknown ones are left out. */
    List<Membership> find(List<Long> ids) {
        return read(select("m.id IN (:ids)").setParameter("ids", ids)).toList();
    }

    /** A membership that nobody else can change until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Membership> lock(long id) {
        return read(database.createNativeQuery(SELECT + "m.id = :id FOR UPDATE OF m", Object[].class)
                        .setParameter("id", id))
                .findFirst();
    }

    /** All memberships of an organization, active or not. */
    public List<Membership> of(long organization) {
        return read(select("m.organization_id = :organization").setParameter("organization", organization))
                .toList();
    }

    /** All memberships of a user, active or not. */
    public List<Membership> ofUser(long user) {
        return read(select("m.user_id = :user").setParameter("user", user)).toList();
    }

    private Query select(String condition) {
        return database.createNativeQuery(SELECT + condition, Object[].class);
    }

    private static java.util.stream.Stream<Membership> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(Memberships::membership);
    }

    private static Membership membership(Object[] row) {
        return new Membership(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                Membership.role((String) row[3]),
                (Boolean) row[4],
                (Instant) row[5],
                (String) row[6]);
    }

    /**
     * Makes a membership.
     *
     * @param joined since when it is active, {@code null} for one that is not yet
     * @return its id; nothing when the user has one already
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Long> add(long user, long organization, Role role, Instant joined) {
        List<?> made = database.createNativeQuery(
                        "INSERT INTO membership (user_id, organization_id, role, is_active, joined_date)"
                                + " VALUES (:user, :organization, :role, :active, :joined)"
                                + " ON CONFLICT (user_id, organization_id) DO NOTHING RETURNING id",
                        Long.class)
                .setParameter("user", user)
                .setParameter("organization", organization)
                .setParameter("role", Membership.name(role))
                .setParameter("active", joined != null)
                .setParameter("joined", joined)
                .getResultList();
        var id = made.stream().map(Long.class::cast).findFirst();
        id.flatMap(this::find).ifPresent(events::changed);
        return id;
    }

    /** Makes a membership active, if it is not. */
    @Transactional(TxType.MANDATORY)
    public void activate(long id, Instant joined) {
        change(
                database.createNativeQuery("UPDATE membership SET is_active = TRUE, joined_date = :joined"
                                + " WHERE id = :id AND NOT is_active")
                        .setParameter("joined", joined)
                        .setParameter("id", id),
                id);
    }

    /** Gives a member another role. */
    @Transactional(TxType.MANDATORY)
    public void changeRole(long id, Role role) {
        change(
                database.createNativeQuery("UPDATE membership SET role = :role WHERE id = :id AND role <> :role")
                        .setParameter("role", Membership.name(role))
                        .setParameter("id", id),
                id);
    }

    private void change(Query update, long id) {
        if (update.executeUpdate() > 0) {
            find(id).ifPresent(events::changed);
        }
    }

    /** Ends a membership; its invitation goes with it. */
    @Transactional(TxType.MANDATORY)
    public void remove(Membership membership) {
        database.createNativeQuery("DELETE FROM membership WHERE id = :id")
                .setParameter("id", membership.id())
                .executeUpdate();
        events.ended(membership);
    }

    /** Says that what tokens state about the members of an organization is void. */
    @Transactional(TxType.MANDATORY)
    public void restate(long organization) {
        of(organization).forEach(events::changed);
    }
}
