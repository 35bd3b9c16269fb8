package io.limn.task.guide;

import io.limn.common.api.Links;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.people.Person;
import io.limn.task.people.PersonColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** An asset as the API shows it. */
record AssetView(UUID uuid, String filename, Instant createdDate, Person owner, Long guideId) {
    static Sql query(UUID id) {
        return Sql.of(
                "SELECT x.id, x.filename, x.created_at, x.guide_id, " + PersonColumns.of("o")
                        + " FROM guide_asset x LEFT JOIN person o ON o.id = x.owner_id WHERE x.id = ?",
                id);
    }

    static AssetView read(ResultSet row, Links links) throws SQLException {
        return new AssetView(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                Columns.instant(row, "created_at"),
                PersonColumns.read(row, "o", links),
                Columns.id(row, "guide_id"));
    }
}
