package io.limn.task.storage;

import io.limn.task.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a project or task reads from or writes to by default.
 *
 * @param id             its id
 * @param location       {@code local} or {@code cloud_storage}
 * @param cloudStorageId the cloud storage, may be {@code null}
 */
public record StorageView(long id, String location, Long cloudStorageId) {
    /** The columns of a storage joined as {@code alias}. */
    public static String columns(String alias) {
        return "%1$s.id AS %1$s_id, %1$s.location AS %1$s_location, %1$s.cloud_storage_id AS %1$s_cloud_storage_id"
                .formatted(alias);
    }

    /** The storage of a row, {@code null} when there is none. */
    public static StorageView read(ResultSet row, String alias) throws SQLException {
        var id = Columns.id(row, alias + "_id");
        return id == null
                ? null
                : new StorageView(id, row.getString(alias + "_location"), Columns.id(row, alias + "_cloud_storage_id"));
    }
}
