package io.limn.auth.invitation;

import io.limn.auth.membership.Membership;
import io.limn.common.api.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All invitations. Runs in the transaction at hand, if there is one. */
@ApplicationScoped
class Invitations {
    private static final String SELECT = "SELECT i.id, i.key, i.created_date, i.owner_id, i.sent_date, i.membership_id,"
            + " m.role, m.user_id, m.is_active, o.id AS organization_id, o.slug"
            + " FROM invitation i JOIN membership m ON m.id = i.membership_id"
            + " JOIN organization o ON o.id = m.organization_id WHERE ";

    private final DataSource database;

    Invitations(DataSource database) {
        this.database = database;
    }

    /** Invitations by their ids; unknown ones are left out. */
    List<Invitation> find(List<Long> ids) {
        return select(Sql.of("i.id = ANY (?)", (Object) ids.toArray(new Long[0])));
    }

    /** The invitation of a key, if a condition on {@code invitation i} and {@code membership m} holds for it. */
    Optional<Invitation> find(String key, Sql visible) {
        return key.indexOf('\0') >= 0
                ? Optional.empty()
                : select(Sql.of("i.key = ?", key).and(visible)).stream().findFirst();
    }

    /** The invitation that a membership came from. */
    Optional<Invitation> ofMembership(long membership) {
        return select(Sql.of("i.membership_id = ?", membership)).stream().findFirst();
    }

    /** Writes an invitation. */
    void add(String key, long membership, long owner, Instant created, Instant sent) {
        update(Sql.of(
                "INSERT INTO invitation (key, membership_id, owner_id, created_date, sent_date) VALUES (?, ?, ?, ?, ?)",
                key,
                membership,
                owner,
                time(created),
                time(sent)));
    }

    /** Notes that an invitation was sent. */
    void sent(long id, Instant now) {
        update(Sql.of("UPDATE invitation SET sent_date = ? WHERE id = ?", time(now), id));
    }

    /** Removes an invitation; its membership stays. */
    void remove(long id) {
        update(Sql.of("DELETE FROM invitation WHERE id = ?", id));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private List<Invitation> select(Sql condition) {
        return run(Sql.of(SELECT).append(condition), statement -> {
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Invitation>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        });
    }

    private static Invitation read(ResultSet row) throws SQLException {
        var sent = row.getObject("sent_date", OffsetDateTime.class);
        return new Invitation(
                row.getLong("id"),
                row.getString("key"),
                row.getObject("created_date", OffsetDateTime.class).toInstant(),
                row.getObject("owner_id", Long.class),
                sent == null ? null : sent.toInstant(),
                row.getLong("membership_id"),
                Membership.role(row.getString("role")),
                row.getLong("user_id"),
                row.getBoolean("is_active"),
                row.getLong("organization_id"),
                row.getString("slug"));
    }

    private void update(Sql statement) {
        run(statement, PreparedStatement::executeUpdate);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(Sql sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.parameters().size(); i++) {
                bind(connection, statement, i + 1, sql.parameters().get(i));
            }
            return work.with(statement);
        } catch (SQLException fault) {
            throw new IllegalStateException("Invitations could not be read or written", fault);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object value)
            throws SQLException {
        if (value instanceof Long[] ids) {
            statement.setArray(position, connection.createArrayOf("bigint", ids));
        } else {
            statement.setObject(position, value);
        }
    }
}
