package io.limn.auth.invitation;

import io.limn.auth.user.BasicUser;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads invitations with the people and organizations that they name. */
@ApplicationScoped
class Invitations {
    /** How long an invitation that was sent by mail can be accepted. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final String SELECT = "SELECT i.id, i.key, i.created_date, i.owner_id, m.role, m.user_id, o.id,"
            + " i.sent_date, o.slug FROM invitation i JOIN membership m ON m.id = i.membership_id"
            + " JOIN organization o ON o.id = m.organization_id WHERE i.id IN (:ids)";

    private final EntityManager database;
    private final Users users;
    private final Links links;

    Invitations(EntityManager database, Users users, Links links) {
        this.database = database;
        this.users = users;
        this.links = links;
    }

    /** Invitations of ids, in the same order. */
    List<InvitationForm> forms(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery(SELECT, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        var people = people(rows);
        var found = new HashMap<Long, InvitationForm>();
        for (var item : rows) {
            var row = (Object[]) item;
            found.put(number(row[0]), form(row, people));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<Long, User> people(List<?> rows) {
        var ids = new HashSet<Long>();
        for (var item : rows) {
            var row = (Object[]) item;
            ids.add(number(row[5]));
            if (row[3] != null) {
                ids.add(number(row[3]));
            }
        }
        return users.find(ids);
    }

    private InvitationForm form(Object[] row, Map<Long, User> people) {
        var sent = (Instant) row[7];
        return new InvitationForm(
                (String) row[1],
                (Instant) row[2],
                row[3] == null ? null : BasicUser.of(people.get(number(row[3])), links),
                (String) row[4],
                BasicUser.of(people.get(number(row[5])), links),
                number(row[6]),
                sent == null ? null : !sent.plus(LIFE).isAfter(Instant.now()),
                new InvitationForm.OrganizationInfo(number(row[6]), (String) row[8]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
