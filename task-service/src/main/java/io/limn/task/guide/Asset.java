package io.limn.task.guide;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A file that a guide shows.
 *
 * @param id        the asset
 * @param guideId   its guide, {@code null} while it is on its way in or out
 * @param filename  name of the uploaded file, without folders
 * @param mediaType what it is, one of {@link AssetFile#TYPES}
 * @param size      length in bytes
 */
record Asset(UUID id, Long guideId, String filename, String mediaType, long size) {
    /** The strong tag of its bytes, which never change. */
    String tag() {
        return '"' + id.toString() + '"';
    }

    /** Where its bytes are. */
    String key() {
        return key(id);
    }

    /** Where the bytes of an asset are. */
    static String key(UUID id) {
        return "assets/" + id;
    }

    static Sql query(UUID id) {
        return Sql.of("SELECT id, guide_id, filename, media_type, size FROM guide_asset WHERE id = ?", id);
    }

    static Asset read(ResultSet row) throws SQLException {
        return new Asset(
                row.getObject("id", UUID.class),
                Columns.id(row, "guide_id"),
                row.getString("filename"),
                row.getString("media_type"),
                row.getLong("size"));
    }
}
