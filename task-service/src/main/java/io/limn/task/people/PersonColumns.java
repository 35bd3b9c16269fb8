package io.limn.task.people;

import io.limn.common.api.Links;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Selects and reads a person that is joined to a row. */
public final class PersonColumns {
    private PersonColumns() {}

    /** The columns of a person joined as {@code alias}. */
    public static String of(String alias) {
        return "%1$s.id AS %1$s_id, %1$s.username AS %1$s_username, %1$s.first_name AS %1$s_first_name,"
                .concat(" %1$s.last_name AS %1$s_last_name")
                .formatted(alias);
    }

    /** The person of a row, {@code null} when there is none. */
    public static Person read(ResultSet row, String alias, Links links) throws SQLException {
        long id = row.getLong(alias + "_id");
        return row.wasNull()
                ? null
                : new Person(
                        links.user(id),
                        id,
                        row.getString(alias + "_username"),
                        row.getString(alias + "_first_name"),
                        row.getString(alias + "_last_name"));
    }
}
